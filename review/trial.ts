import type { ElementSort, Requirement, Severity } from '../language/model/index.js';
import type { ComputedState } from './assessment.js';
import type { Evaluator } from './evaluate.js';
import { elementsFor } from './review.js';

/** An element that a requirement applies to, and what the requirement comes to there. */
export interface Trial {
  readonly design: string;
  readonly element: string;
  readonly sort: ElementSort;
  /** Before anybody's decision and before refinement: what the requirement says by itself. */
  readonly state: Exclude<ComputedState, 'not applicable'>;
  readonly severity: Severity;
}

/** What a requirement would come to on each element that it applies to, whether or not a profile of the design includes it. */
export function tryOut(requirement: Requirement, evaluator: Evaluator): Trial[] {
  const { architecture } = evaluator.facts;
  return elementsFor(requirement, architecture).flatMap((element): Trial[] => {
    const { state, severity, sort } = evaluator.evaluate(requirement, element);
    if (state === 'not applicable') return [];
    return [{ design: architecture.design.name, element: element.name, sort, state, severity }];
  });
}
