import { isOpen } from '../../language/semantics/index.js';
import type { Element, Mechanism, Requirement } from '../../language/model/index.js';
import { Evaluator } from '../evaluate.js';
import { reviewWith } from '../review.js';
import { grantedBy, withMechanism } from './added.js';
import { requirementsReading } from './reads.js';
import { isLayer } from './stacks.js';

/** Requirements that the added mechanism makes apply, and that it leaves open: the fix names them. */
export function broughtIntoScope(before: Evaluator, element: Element, mechanism: Mechanism, control: string): string[] {
  const granted = grantedBy(before, mechanism, element, control);
  const layers = before.facts.mechanismKinds(mechanism.name).keys();
  const sensitive = requirementsReading({ any: true, layers, controls: granted }, before);
  if (sensitive.length === 0) return [];
  // What a layer brings along is the same whichever control it is added for.
  const key = `${mechanism.name} ${isLayer(mechanism, element) ? '' : control}`;
  return before.derived(element, `scope ${key}`, () => {
    const found = broughtBy(withMechanism(recorded(before), element, mechanism, control));
    return sensitive.filter((requirement) => found.has(requirement)).map(({ name }) => name);
  });
}

/** What was not asked, and is asked in a trial and open. Only pairs can be that read what the trial changes. */
function broughtBy(after: Evaluator): ReadonlySet<Requirement> {
  const { on, before, now } = after.trial!;
  const found = new Set<Requirement>();
  for (const { requirement, element, judgement } of on.table!.touchedBy(after, before)) {
    if (judgement.state !== 'not applicable' || found.has(requirement)) continue;
    if (isOpen(after.judge(requirement, element === before ? now : element).state)) found.add(requirement);
  }
  return found;
}

/** The evaluator itself where it noted what its pairs read, else one that did: a review for all that is tried on one design. */
function recorded(evaluator: Evaluator): Evaluator {
  const { architecture, date, profiles, recorder } = evaluator.facts;
  return evaluator.derived(evaluator, 'recorded', () => {
    const found = recorder.records
      ? evaluator
      : Evaluator.of(architecture, date, profiles, { records: true, computes: evaluator.computes });
    if (found.table === undefined) reviewWith(found);
    return found;
  });
}
