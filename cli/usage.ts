import { nearestOf } from '../language/wellformed/nearest.js';

/** What a user asked for cannot be done; told as one message, with the way to help. Exit code 2. */
export class UsageError extends Error {}

export const exitCodes = { clean: 0, findings: 1, couldNotRun: 2 } as const;

/** The nearest of the known words, if one is near enough to be meant. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  return nearestOf(word, known, 1)[0];
}
