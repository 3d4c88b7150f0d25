import type { Architecture } from '../../../language/model/index.js';
import { review, type Assessment, type Result } from '../../../review/index.js';
import { reviewDate } from '../../accuracy/designs.js';
import type { Mutation } from './mutation.js';
import { imageOf } from './mutation.js';

/** A verdict that another design does not share, where both should be judged alike. */
export interface Difference {
  readonly requirement: string;
  readonly element: string;
  readonly how: string;
}

/** What of a result is its verdict. */
export function verdictOf({ state, computed, severity, open, gaps }: Result): string {
  const hidden = gaps !== undefined && open === undefined ? ', hidden' : '';
  return computed === 'met' || computed === 'not applicable' ? state : `${state} ${severity}${hidden}`;
}

/** All that a review of a design on the day of the laws says, in an order of its own. */
export function verdictsOn(design: Architecture): string[] {
  return review(design, reviewDate)
    .results.map((result) => `${result.requirement} on ${result.element}: ${verdictOf(result)}`)
    .sort();
}

/** The pairs that a changed design judges differently, on the elements that stand for those of the design; its other elements are not looked at. */
export function differences(before: Assessment, after: Assessment, mutation: Mutation): Difference[] {
  const now = new Map(after.results.map((result) => [`${result.requirement} ${result.element}`, verdictOf(result)]));
  return before.results.flatMap((result) =>
    imageOf(mutation, result.element).flatMap((element) => {
      const [was, is] = [verdictOf(result), now.get(`${result.requirement} ${element}`) ?? 'not asked'];
      return was === is ? [] : [{ requirement: result.requirement, element: result.element, how: `${was} becomes ${is}` }];
    }),
  );
}
