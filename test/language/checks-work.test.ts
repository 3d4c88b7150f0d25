import assert from 'node:assert/strict';
import { messageOf } from '../../language/wellformed/words/index.js';
import { largeProject } from '../../bench/design.js';
import type { Architecture } from '../../language/model/index.js';
import { createWorkspace } from '../support/workspace.js';

const components = 60;

/** What is wrong in several ways, each of which looks for something else in the design. */
const faults = Array.from({ length: 30 }, (_, index) =>
  [
    `component lonely${index} is smart-meter in home`,
    `component far${index} is smart-meter in home`,
    `data unused${index} is interval-consumption`,
    `link loop${index}: far${index} <-> far${index} over lte`,
    `link up${index}: far${index} -> hes over lte`,
    `flow down${index} is scheduled-reading: hes -> far${index} -> dcu-none carries readings`,
    `flow over${index} is scheduled-reading: far${index} -> hes carries readings`,
    `flow past${index} is scheduled-reading: far${index} -> lonely${index} carries readings`,
  ].join('\n'),
).join('\n');

/** Counts what is taken out of the tables of a design one by one: every walk over all of them is seen. */
function countTaken({ zones, components, data, links, flows }: Architecture): { readonly taken: number } {
  const count = { taken: 0 };
  for (const table of [zones, components, data, links, flows] as Map<string, unknown>[]) {
    for (const walk of ['values', 'keys', 'entries', Symbol.iterator] as const) {
      const original = table[walk].bind(table) as () => Iterable<unknown>;
      Object.defineProperty(table, walk, {
        value: function* () {
          for (const one of original()) {
            count.taken++;
            yield one;
          }
        },
      });
    }
  }
  return count;
}

describe('the checks of all files of a design', () => {
  /** Of a design in so many files: how much is taken out of its tables to find all mistakes, and how much there is. */
  async function workOf(files: number): Promise<{ taken: number; size: number; mistakes: string[] }> {
    const texts = largeProject(components, files);
    const { snapshot } = await createWorkspace({ ...texts, 'common.meter': `${texts['common.meter']}${faults}\n` });
    const [design, ...others] = snapshot.designs;
    assert.deepEqual(others, []);
    const { zones, components: all, data, links, flows } = design!;
    const size = [zones, all, data, links, flows].reduce((sum, table) => sum + table.size, 0);
    const count = countTaken(design!);
    const mistakes = snapshot.documents.flatMap(({ uri }) => snapshot.mistakes(uri.toString()));
    return { taken: count.taken, size, mistakes: mistakes.map((mistake) => `${mistake.code}: ${messageOf(mistake)}`).sort() };
  }

  it('walk the design as often in thirty files as in three, and find the same', async () => {
    const few = await workOf(3);
    const many = await workOf(31);
    assert.equal(many.size, few.size);
    assert.equal(many.taken, few.taken);
    // Each index is one walk over one or some of its tables.
    assert.ok(few.taken <= 6 * few.size, `${few.taken} taken of ${few.size}`);
    assert.deepEqual(many.mistakes, few.mistakes);
    const codes = new Set(few.mistakes.map((one) => one.split(':')[0]));
    for (const code of ['hop-against-direction', 'hop-without-link', 'link-to-itself', 'unused-data']) assert.ok(codes.has(code), code);
  });
});
