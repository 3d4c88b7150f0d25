import assert from 'node:assert/strict';
import { CstUtils, type ParseResult } from 'langium';
import { GuardedParser } from '../../../language/parsing/guard.js';
import { createContainer } from '../../../workspace/container.js';
import { described } from './described.js';
import { editedAtRandom, repairedEach, seeded } from './edits.js';

export interface FuzzCount {
  edits: number;
  /** Edits after which only a part of the text was read. */
  partly: number;
}

/** Edits a text again and again; after each edit what was read anew has to be what a parser says that has never seen the text. */
export function fuzzParse(base: string, seed: number, edits: number, faults: { movesTooFar?: boolean } = {}): FuzzCount {
  const { meter } = createContainer();
  const [parser, other] = [new GuardedParser(meter), new GuardedParser(meter)];
  const random = seeded(seed);
  const count: FuzzCount = { edits: 0, partly: 0 };
  let text = base;
  let last = parser.parse(text);
  for (let step = 0; step < edits; step++) {
    // A text that only decays says less and takes long to mend.
    const next = step % repairedEach === repairedEach - 1 ? base : editedAtRandom(text, random, base);
    const again = parser.reread(last, next);
    if (again !== undefined) count.partly++;
    count.edits++;
    last = again?.result ?? parser.parse(next);
    if (faults.movesTooFar === true && again !== undefined) moveTooFar(last);
    const [found, wanted] = [described(last), described(other.parse(next))];
    const at = wanted.findIndex((line, index) => line !== found[index]);
    if (at >= 0 || found.length !== wanted.length) {
      const from = at < 0 ? wanted.length : at;
      const what = `seed ${seed}, edit ${step}: found\n${found.slice(from, from + 3).join('\n')}\nwanted\n${wanted.slice(from, from + 3).join('\n')}`;
      assert.fail(`${what}\nfrom\n${JSON.stringify(text)}\nto\n${JSON.stringify(next)}`);
    }
    text = next;
  }
  return count;
}

function moveTooFar({ value }: ParseResult): void {
  const last = CstUtils.flattenCst(value.$cstNode!).toArray().at(-1);
  const { shift } = last as unknown as { shift: { offset: number } };
  shift.offset += 1;
}
