import type { Requirement } from '../language/model/index.js';
import { isOpen } from '../language/semantics/index.js';
import type { Assessment, Gap } from './assessment.js';
import type { Evaluator } from './evaluate.js';
import { leafKey, leavesOf } from './gaps.js';
import { elementsFor } from './review.js';

/** What happens on one element shows nothing yet. */
const fewest = 2;

interface Reviewed {
  readonly assessment: Assessment;
  readonly evaluator: Evaluator;
}

/**
 * The requirements that are open on exactly the same elements as a given one, with the same gaps, in all the designs that are
 * reviewed against it (in all there are, as long as none is), and on two elements at least. It shows what may be one
 * requirement written twice; another design may tell them apart.
 */
export function reportedTogether(requirement: Requirement, designs: readonly Reviewed[]): string[] {
  const including = designs.filter(({ assessment }) => assessment.requirements.includes(requirement.name));
  const compared = including.length > 0 ? including : designs;
  const own = new Set<string>();
  const others = new Map<string, Set<string>>();
  for (const { assessment, evaluator } of compared) {
    const file = assessment.architecture.files[0]!;
    for (const element of elementsFor(requirement, assessment.architecture)) {
      const { state, gaps } = evaluator.evaluate(requirement, element);
      if (state !== 'not applicable' && isOpen(state)) own.add(keyOf(file, element.name, gaps));
    }
    for (const { requirement: name, element, computed, gaps } of assessment.results) {
      if (name === requirement.name || computed === 'not applicable' || !isOpen(computed)) continue;
      const found = others.get(name) ?? new Set();
      others.set(name, found.add(keyOf(file, element, gaps)));
    }
  }
  if (own.size < fewest) return [];
  return [...others].filter(([, found]) => found.size === own.size && [...found].every((key) => own.has(key))).map(([name]) => name);
}

function keyOf(file: string, element: string, gaps: Gap | undefined): string {
  return [file, element, ...leavesOf(gaps).map(leafKey).sort()].join('\n');
}
