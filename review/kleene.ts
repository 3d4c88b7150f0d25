import type { Truth } from './assessment.js';

/** Strong Kleene: false < unknown < true. */
export type Kleene = 0 | 1 | 2;
export const truths: readonly Truth[] = ['false', 'unknown', 'true'];

export const max = (values: Iterable<Kleene>): Kleene => {
  let result: Kleene = 0;
  for (const value of values) if (value > result) result = value;
  return result;
};
export const min = (values: Iterable<Kleene>): Kleene => {
  let result: Kleene = 2;
  for (const value of values) if (value < result) result = value;
  return result;
};
export const not = (value: Kleene): Kleene => (2 - value) as Kleene;
export const whether = (value: boolean): Kleene => (value ? 2 : 0);
