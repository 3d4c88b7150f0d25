import type { Location } from './locate.js';

/** What is told of a validation error, where it was found. */
export interface PlacedProblem {
  readonly code: string;
  readonly message: string;
  readonly location: Location;
}

/** Validation errors by file and place, whoever found them, so that parts that are put together again stand in one order. */
export function inPlaceOrder(one: PlacedProblem, other: PlacedProblem): number {
  return (
    compare(one.location.file, other.location.file) ||
    one.location.line - other.location.line ||
    one.location.column - other.location.column ||
    compare(one.code, other.code) ||
    compare(one.message, other.message)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
