import type { Catalogue, Requirement } from '../language/model/index.js';

/**
 * The harms that a requirement works against, by name in the catalogue's order: those of its threats. Where its threats lead to
 * none by themselves (a stolen key opens the way to all else), it works against all.
 */
export function harmsOf({ mitigates }: Pick<Requirement, 'mitigates'>, catalogue: Catalogue): string[] {
  const direct = new Set(mitigates.flatMap((threat) => catalogue.threats.get(threat)?.leadsTo ?? []));
  return [...catalogue.harms.keys()].filter((harm) => direct.size === 0 || direct.has(harm));
}
