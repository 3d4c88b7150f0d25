import { forTerminal } from '../report/clean.js';

/** Tells on the standard error output what went wrong; names in it may hold anything. */
export function warn(message: string): void {
  process.stderr.write(`meterlint: ${forTerminal(message)}\n`);
}
