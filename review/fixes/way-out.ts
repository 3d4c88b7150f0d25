import type { Mechanism } from '../../language/model/index.js';
import type { Element, Finding, Gap } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import { isUnplaced, leafKey, leavesOf, type Leaf } from '../gaps.js';
import { elementNamed } from '../review.js';
import { factsAskedBy } from '../unset.js';
import { choosesMedium, provides, providersAt, suits } from './candidates.js';
import { nearnessOf } from './families.js';
import { isPossible } from './possible.js';

/**
 * What a leaf takes to close:
 * - `mechanism`: a decision of design, which a fix may write
 * - `plan`: nothing today, somebody has said already that it comes
 * - `person`: what only people know (a test, a certificate, a fact that nobody stated), or a choice where no mechanism is made for the place
 * - `author`: another thing than what the design says, so that no control closes it
 */
export type Answer = 'mechanism' | 'plan' | 'person' | 'author';

export function answerTo(leaf: Leaf, evaluator: Evaluator): Answer {
  return takingOf(leaf, evaluator).answer;
}

interface Taking {
  readonly answer: Answer;
  readonly effort: number;
}

/** How near a leaf is to be closed: where there is a mechanism at all, the place is the one that is meant, if not with that mechanism. */
function takingOf(leaf: Leaf, evaluator: Evaluator): Taking {
  if (leaf.kind === 'condition') return factsAskedBy(leaf).length > 0 ? { answer: 'person', effort: 2 } : byAuthor;
  const { facts } = evaluator;
  const element = elementNamed(facts.architecture, leaf.element);
  if (isUnplaced(leaf) || element === undefined) return byAuthor;
  if (leaf.state === 'planned') return { answer: 'plan', effort: 0 };
  if (facts.catalogue.controls.get(leaf.control)?.asks !== undefined) return { answer: 'person', effort: 1 };
  const there = providersAt(evaluator, leaf.control, element.place);
  const mechanisms = there.filter(({ name }) => provides(evaluator, name, leaf.control, element));
  // What limits the control here is written in the design: whatever is added stays weak until that changes.
  if (mechanisms.length === 0 && evaluator.grants.limitOf(leaf.control, element) !== undefined) return byAuthor;
  if (mechanisms.length === 0) return { answer: 'person', effort: 1 };
  return { answer: mechanisms.some((one) => isFitting(one, element, evaluator)) ? 'mechanism' : 'person', effort: 0 };
}

const byAuthor: Taking = { answer: 'author', effort: 1000 };

/** A medium, another family of protocols, and what is made for other things are no choices of a fix. */
function isFitting(mechanism: Mechanism, element: Element, evaluator: Evaluator): boolean {
  return (
    isPossible(evaluator, mechanism, element) &&
    !choosesMedium(evaluator, mechanism, element) &&
    suits(evaluator, mechanism.name, element) &&
    nearnessOf(mechanism, element, evaluator) !== 'foreign'
  );
}

/** The leaves of the easiest way to close a finding, by their keys, and what each takes. Of equally easy ways the first. */
export function wayOut(finding: Finding, evaluator: Evaluator): ReadonlyMap<string, Answer> {
  const takings = new Map(leavesOf(finding.gaps).map((leaf) => [leafKey(leaf), takingOf(leaf, evaluator)]));
  const { leaves } = easiest(finding.gaps, takings);
  return new Map(leaves.map((key) => [key, takings.get(key)!.answer]));
}

interface Way {
  readonly cost: number;
  readonly leaves: readonly string[];
}

function easiest(gap: Gap, takings: ReadonlyMap<string, Taking>): Way {
  if (gap.kind === 'control' || gap.kind === 'condition') {
    const key = leafKey(gap);
    return { cost: takings.get(key)!.effort, leaves: [key] };
  }
  const parts = gap.gaps.map((part) => easiest(part, takings));
  if (gap.kind === 'or') return parts.reduce((best, part) => (part.cost < best.cost ? part : best));
  return { cost: parts.reduce((sum, part) => sum + part.cost, 0), leaves: [...new Set(parts.flatMap((part) => part.leaves))] };
}
