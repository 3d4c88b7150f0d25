import type { Catalogue, Requirement } from '../../../language/model/index.js';
import type { Assessment } from '../../../review/index.js';
import { citationWords } from '../../words.js';
import { requirementRef } from './refs.js';

/** The catalogue as the standard that designs are reviewed against, with profiles as its levels. */
export function standardsOf(assessments: readonly Assessment[], version: string) {
  const requirements = new Map<string, ReturnType<typeof requirementOf>>();
  const levels = new Map<string, { 'bom-ref': string; identifier: string; title: string; requirements: string[] }>();
  for (const { architecture, profiles, requirements: asked } of assessments) {
    const { catalogue } = architecture;
    for (const name of asked) {
      const requirement = catalogue.requirements.get(name);
      if (requirement !== undefined && !requirements.has(name)) requirements.set(name, requirementOf(requirement, catalogue));
    }
    const level = profiles.join(', ');
    if (levels.has(level)) continue;
    const titles = profiles.map((name) => catalogue.profiles.get(name)?.title ?? name);
    levels.set(level, {
      'bom-ref': `level/${level}`,
      identifier: level,
      title: titles.join('; '),
      requirements: asked.map(requirementRef),
    });
  }
  return [
    {
      'bom-ref': 'catalogue',
      name: 'Meterlint catalogue',
      version,
      requirements: [...requirements.values()],
      levels: [...levels.values()],
    },
  ];
}

function requirementOf({ name, title, category, because, guidance, see }: Requirement, catalogue: Catalogue) {
  const properties = [
    ...(category === undefined ? [] : [{ name: 'meterlint:category', value: category }]),
    ...see.map((citation) => ({ name: 'meterlint:see', value: citationWords(citation, catalogue) })),
  ];
  return {
    'bom-ref': requirementRef(name),
    identifier: name,
    title: title ?? name,
    ...(because === undefined ? {} : { text: because }),
    ...(guidance === undefined ? {} : { descriptions: [guidance] }),
    ...(properties.length === 0 ? {} : { properties }),
  };
}
