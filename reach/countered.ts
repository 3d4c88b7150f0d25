import type { AttackMethod, Catalogue } from '../language/model/index.js';
import { grouped } from '../language/semantics/index.js';
import type { Assessment, Result } from '../review/index.js';
import type { AttackState } from './attacks.js';

/** What the requirements that counter an attack come to in a design: all that is known of one without steps. */
export interface RequirementsAnswer {
  /** Requirements that it names, else those that point to the same place, else those against the threats that it leads to, which says less. */
  readonly basis: 'named' | 'threats';
  readonly state: AttackState;
  /** Where something is missing or weak, planned or accepted. */
  readonly open: readonly Result[];
  readonly unknown: readonly Result[];
  readonly met: readonly Result[];
}

/** What is asked of the elements of a design, by requirement: the same for all attacks. */
export type AskedOf = ReadonlyMap<string, readonly Result[]>;

export function askedIn({ results }: Assessment): AskedOf {
  const isAsked = ({ state }: Result) => state !== 'not applicable' && state !== 'excluded';
  return grouped(results.filter(isAsked), ({ requirement }) => [requirement]);
}

export function answerByRequirements(attack: AttackMethod, asked: AskedOf, catalogue: Catalogue): RequirementsAnswer {
  const { basis, names } = counteredBy(attack, catalogue);
  // In the order of the review, of which `names` are a part.
  const own = [...asked].flatMap(([requirement, results]) => (names.has(requirement) ? results : []));
  const of = (states: readonly string[]) => own.filter(({ computed }) => states.includes(computed));
  const [open, unknown, met] = [of(['missing', 'weak', 'planned']), of(['unknown']), of(['met'])];
  return { basis, state: stateOf(basis, open.length, unknown.length, met.length), open, unknown, met };
}

function stateOf(basis: RequirementsAnswer['basis'], open: number, unknown: number, met: number): AttackState {
  // What is open against one of its threats may have nothing to do with it.
  if (open > 0) return basis === 'named' ? 'possible' : 'perhaps';
  if (unknown > 0) return 'perhaps';
  return met > 0 ? 'stopped' : 'unconcerned';
}

/** The requirements that counter an attack, by name: those that it names; where it names none, those that point to the same place of a document. */
export function counteredBy(
  attack: AttackMethod,
  { requirements }: Catalogue,
): { readonly basis: RequirementsAnswer['basis']; readonly names: ReadonlySet<string> } {
  if (attack.counteredBy.length > 0) return { basis: 'named', names: new Set(attack.counteredBy) };
  const places = new Set(attack.see.flatMap(({ standard, clause }) => (clause === undefined ? [] : [`${standard} ${clause}`])));
  const all = [...requirements.values()];
  const naming = all.filter(({ see }) => see.some(({ standard, clause }) => places.has(`${standard} ${clause}`)));
  const meant = naming.length > 0 ? naming : all.filter(({ mitigates }) => mitigates.some((threat) => attack.leadsTo.includes(threat)));
  return { basis: naming.length > 0 ? 'named' : 'threats', names: new Set(meant.map(({ name }) => name)) };
}
