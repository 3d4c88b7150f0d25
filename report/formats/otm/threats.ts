import type { Catalogue } from '../../../language/model/index.js';
import type { Assessment, Result, State } from '../../../review/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { escapeMarkdown } from '../../page.js';
import { citationWords } from '../../words.js';
import type { Attributes } from './attributes.js';
import type { Risks } from './risks.js';

/** A threat on an element, with what works against it there. */
export interface ThreatInstance {
  readonly threat: string;
  readonly state: 'exposed' | 'accepted' | 'mitigated';
  readonly mitigations: readonly { readonly mitigation: string; readonly state: string }[];
}

/** The words for a countermeasure's state that tools for this format know. What they cannot say stands in the attributes. */
const mitigationStates: Readonly<Record<Exclude<State, 'not applicable'>, string>> = {
  met: 'implemented',
  missing: 'required',
  weak: 'required',
  planned: 'required',
  unknown: 'recommended',
  accepted: 'rejected',
  excluded: 'rejected',
};

/** The threats that the requirements on an element work against. */
export function threatsOn(element: string, { assessment, applied }: NamedReview): ThreatInstance[] {
  const { requirements, threats } = assessment.architecture.catalogue;
  const against = new Map<string, Result[]>();
  for (const result of applied(element)) {
    for (const threat of requirements.get(result.requirement)?.mitigates ?? []) {
      if (threats.has(threat)) against.set(threat, [...(against.get(threat) ?? []), result]);
    }
  }
  return [...against].map(([threat, results]) => ({
    threat,
    state: stateOf(results),
    mitigations: results.map(({ requirement, state }) => ({
      mitigation: requirement,
      state: mitigationStates[state as Exclude<State, 'not applicable'>],
    })),
  }));
}

/** Exposed while anything against it is open: a plan closes nothing yet. */
function stateOf(results: readonly Result[]): ThreatInstance['state'] {
  const all = (states: readonly State[]) => results.every(({ state }) => states.includes(state));
  if (all(['met', 'excluded'])) return 'mitigated';
  return all(['met', 'excluded', 'accepted']) ? 'accepted' : 'exposed';
}

/** Every threat that something in the reviews works against, in the catalogue's order. */
export function threatsOf(assessments: readonly Assessment[], risks: Risks) {
  const told = new Map<string, ReturnType<typeof threatOf>>();
  for (const { architecture, requirements } of assessments) {
    const { catalogue } = architecture;
    const named = new Set(requirements.flatMap((name) => catalogue.requirements.get(name)?.mitigates ?? []));
    for (const name of catalogue.threats.keys()) if (named.has(name) && !told.has(name)) told.set(name, threatOf(name, catalogue, risks));
  }
  return [...told.values()];
}

function threatOf(name: string, { threats, harms }: Catalogue, risks: Risks) {
  const threat = threats.get(name);
  const leads = (threat?.leadsTo ?? []).map((harm) => harms.get(harm)?.title ?? harm);
  return {
    id: name,
    name: threat?.title ?? name,
    ...(threat?.documentation === undefined ? {} : { description: escapeMarkdown(threat.documentation) }),
    categories: [...(threat?.leadsTo ?? [])],
    risk: {
      likelihood: null,
      likelihoodComment: 'Not rated: a review of a design says what is missing, not how likely an attack is.',
      impact: risks.ofThreat(name),
      impactComment: `From the worst severity of what works against it${leads.length === 0 ? '' : `; leads to: ${escapeMarkdown(leads.join('; '))}`}`,
    },
  };
}

/** Every requirement of the reviews. */
export function mitigationsOf(assessments: readonly Assessment[], risks: Risks) {
  const told = new Map<string, ReturnType<typeof mitigationOf>>();
  for (const { architecture, requirements } of assessments) {
    for (const name of requirements) if (!told.has(name)) told.set(name, mitigationOf(name, architecture.catalogue, risks));
  }
  return [...told.values()];
}

function mitigationOf(name: string, catalogue: Catalogue, risks: Risks) {
  const requirement = catalogue.requirements.get(name);
  const words = [requirement?.because, requirement?.guidance].filter((text) => text !== undefined);
  const references = (requirement?.see ?? []).map((citation) => citationWords(citation, catalogue));
  const attributes: Attributes = {
    ...(requirement?.category === undefined ? {} : { category: requirement.category }),
    ...(references.length === 0 ? {} : { references: references.join('; ') }),
  };
  return {
    id: name,
    name: requirement?.title ?? name,
    ...(words.length === 0 ? {} : { description: escapeMarkdown(words.join('\n\n')) }),
    riskReduction: risks.ofRequirement(name),
    attributes,
  };
}
