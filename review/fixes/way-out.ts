import type { Mechanism } from '../../language/model/index.js';
import { providersOf } from '../../language/semantics/index.js';
import type { Element, Finding, Gap } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import { isUnplaced, leafKey, leavesOf, type Leaf } from '../gaps.js';
import { elementNamed } from '../review.js';
import { factsAskedBy } from '../unset.js';
import { fittingCandidate, hasFittingCandidate, providesOn, type Wanted } from './candidates.js';
import { canStandOn } from './places.js';
import { requirementsOpenedBy } from './opens.js';

/**
 * What a leaf takes to close:
 * - `mechanism`: a decision of design, which a fix may write
 * - `plan`: nothing today, somebody has said already that it comes
 * - `person`: what only people know (a test, a certificate, a fact that nobody stated), or a choice where no mechanism is made for the place
 * - `question`: a mechanism, but it brings up something that only people know; they are asked that first
 * - `author`: another thing than what the design says, so that no control closes it
 */
export type Answer = 'mechanism' | 'plan' | 'person' | 'question' | 'author';

export interface Taking {
  readonly answer: Answer;
  readonly effort: number;
  /** The one to write, or to offer first. */
  readonly mechanism?: Mechanism;
  /** Of `question`: what people are asked. */
  readonly asks?: readonly Leaf[];
}

/** A mechanism is looked at with what it opens; what closes that is taken without a further look. */
const looksAhead = 1;

/** How near a leaf is to be closed: where there is a mechanism at all, the place is the one that is meant, if not with that mechanism. */
export function takingOf(leaf: Leaf, evaluator: Evaluator, findings: readonly Finding[], ahead = looksAhead): Taking {
  if (leaf.kind === 'condition') return factsAskedBy(leaf).length > 0 ? { answer: 'person', effort: 2 } : byAuthor;
  const { facts } = evaluator;
  const element = elementNamed(facts.architecture, leaf.element);
  if (isUnplaced(leaf) || element === undefined) return byAuthor;
  if (leaf.state === 'planned') return { answer: 'plan', effort: 0 };
  if (facts.catalogue.controls.get(leaf.control)?.asks !== undefined) return { answer: 'person', effort: 1 };
  const there = providersOf(leaf.control, element.sort, facts.catalogue);
  if (!there.some(({ name }) => providesOn(evaluator, name, leaf.control, element))) {
    // What limits the control here is written in the design: whatever is added stays weak until that changes.
    return evaluator.grants.limitOf(leaf.control, element) !== undefined ? byAuthor : { answer: 'person', effort: 1 };
  }
  return choiceFor(leaf, element, evaluator, findings, ahead);
}

const unlikely = 100;
const byAuthor: Taking = { answer: 'author', effort: 1000 };

function choiceFor(wanted: Wanted, element: Element, evaluator: Evaluator, findings: readonly Finding[], ahead: number): Taking {
  const { control } = wanted;
  // Of what a mechanism opens nobody writes anything yet: it counts whether there is one, and not which.
  if (ahead === 0) return { answer: hasFittingCandidate(wanted, element, evaluator) ? 'mechanism' : 'person', effort: 0 };
  // Where nothing that brings it can be, people are asked last: whatever else would do goes before.
  if (!canStandOn(control, element, evaluator)) return { answer: 'person', effort: unlikely };
  const best = fittingCandidate(wanted, element, evaluator, findings);
  // Where there is a mechanism at all, the place is the one that is meant.
  if (best === undefined) return { answer: 'person', effort: 0 };
  const asks = leftBy(best, control, element, evaluator, findings, ahead);
  // One that is worse is no way round a question.
  return asks.length === 0 ? { answer: 'mechanism', effort: 0, mechanism: best } : { answer: 'question', effort: 1, mechanism: best, asks };
}

/** Of what a mechanism opens, the leaves that no fix may write. */
function leftBy(
  mechanism: Mechanism,
  control: string,
  element: Element,
  evaluator: Evaluator,
  findings: readonly Finding[],
  ahead: number,
) {
  return requirementsOpenedBy(evaluator, element, mechanism, control).flatMap(({ gaps, evaluator: after }) =>
    [...wayOut(gaps, after, findings, ahead - 1)].flatMap(([leaf, { answer }]) =>
      answer === 'mechanism' || answer === 'plan' ? [] : [leaf],
    ),
  );
}

/** The leaves of the easiest way to close a gap, and what each takes. Of equally easy ways the first. */
export function wayOut(gaps: Gap, evaluator: Evaluator, findings: readonly Finding[], ahead = looksAhead): ReadonlyMap<Leaf, Taking> {
  const leaves = new Map(leavesOf(gaps).map((leaf) => [leafKey(leaf), leaf]));
  const takings = new Map([...leaves].map(([key, leaf]) => [key, takingOf(leaf, evaluator, findings, ahead)]));
  return new Map(easiest(gaps, takings).leaves.map((key) => [leaves.get(key)!, takings.get(key)!]));
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
