import type { Catalogue, Requirement } from './catalogue.js';

/** The requirements of some profiles, those of extended profiles first, each once. Unknown names and cycles give nothing more. */
export function requirementsOf(profiles: readonly string[], catalogue: Catalogue): Requirement[] {
  const seen = new Set<string>();
  const found = new Set<Requirement>();
  const visit = (name: string): void => {
    const profile = catalogue.profiles.get(name);
    if (profile === undefined || seen.has(name)) return;
    seen.add(name);
    profile.extends.forEach(visit);
    for (const requirement of profile.includes) {
      const definition = catalogue.requirements.get(requirement);
      if (definition !== undefined) found.add(definition);
    }
  };
  profiles.forEach(visit);
  return [...found];
}
