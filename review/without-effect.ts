import { requirementsOf } from '../language/semantics/index.js';
import type { Architecture, Element, Requirement } from '../language/model/index.js';
import type { Assessment, Evaluation, Result } from './assessment.js';
import { declarationsOf, type Declaration } from './declarations.js';
import { Evaluator } from './evaluate.js';
import { evaluatorOf } from './evaluator-of.js';
import type { Computes } from './figures.js';
import { gapIdentity } from './gaps.js';
import { elementsFor } from './review.js';

/**
 * The declarations that a review does not depend on: without one of them every pair has the same state, the same severity, and the same
 * gaps down to the hops and to the sources that do not suffice. Another one gives the same, or nothing asks for it.
 */
export function withoutEffect(assessment: Assessment): Declaration[] {
  const { architecture, date, profiles } = assessment;
  const before = new Map(assessment.results.map((result) => [pairOf(result.requirement, result.element), outcomeOf(result)]));
  const requirements = requirementsOf(profiles, architecture.catalogue);
  const { computes } = evaluatorOf(assessment);
  return declarationsOf(architecture).filter((one) => !isNoticed(one, requirements, before, date, computes));
}

/** The first pair that differs ends the walk; most of them are about the element itself, which goes first. */
function isNoticed(
  declaration: Declaration,
  requirements: readonly Requirement[],
  before: ReadonlyMap<string, string>,
  date: string,
  computes: Computes | undefined,
): boolean {
  const architecture = declaration.without();
  const evaluator = Evaluator.of(architecture, date, undefined, { computes });
  const differs = (requirement: Requirement, element: Element) =>
    outcomeOf(evaluator.evaluate(requirement, element)) !== before.get(pairOf(requirement.name, element.name));
  const pairs = pairsIn(architecture, requirements);
  const isOwn = ({ element }: Pair) => element.name === declaration.owner;
  const ordered = [...pairs.filter(isOwn), ...pairs.filter((pair) => !isOwn(pair))];
  return ordered.some(({ requirement, element }) => differs(requirement, element));
}

interface Pair {
  readonly requirement: Requirement;
  readonly element: Element;
}

function pairsIn(architecture: Architecture, requirements: readonly Requirement[]): Pair[] {
  return requirements.flatMap((requirement) => elementsFor(requirement, architecture).map((element) => ({ requirement, element })));
}

function pairOf(requirement: string, element: string): string {
  return `${requirement} ${element}`;
}

/** All that a pair comes to, before anybody's decision; what else a review tells follows from it. */
function outcomeOf(result: Evaluation | Result): string {
  const state = 'computed' in result ? result.computed : result.state;
  return `${state} ${result.severity} ${result.gaps === undefined ? '' : gapIdentity(result.gaps)}`;
}
