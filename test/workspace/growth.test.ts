import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/workspace.js';
import { flags, type Cost } from './growth/measure.js';
import { shapes } from './growth/shapes.js';

/** The most that the step from 2N to 4N costs, in steps from N to 2N: twice as much where the work is in proportion, and what a sort adds. */
const inProportion = 2.6;
/** Four times as much where each is looked at with each. */
const byPairs = 4.4;
/** Pictures in reports are laid out by a library, which looks at each line of one box with each other: 5.4 with 32 lines at one. */
const withPicture = 6;
const n = 8;

describe('what a project costs grows as the project does', () => {
  let costs: readonly Cost[];
  before(async function () {
    // Without an optimizing compiler the counts are exact, and all takes some times as long.
    this.timeout(600_000);
    const program = path.join(import.meta.dirname, 'growth/measure.ts');
    const args = [...flags, '--import', import.meta.resolve('tsx'), program, String(n), ...Object.keys(shapes)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26 });
    costs = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Cost);
  });

  for (const [shape, { checks }] of Object.entries(shapes)) {
    it(shape, () => {
      const own = costs.filter((cost) => cost.shape === shape);
      assert.ok(own.length > 3);
      const beyond = own.filter(({ stage, counts: [one, two, four] }) => {
        const drawn = /^report (?:html|docx)$/.test(stage) ? withPicture : inProportion;
        const most = stage === 'check' && checks === 'pairs' ? byPairs : drawn;
        return four - two > most * Math.max(two - one, one / 10);
      });
      assert.deepEqual(
        beyond.map(({ stage, counts, fastest }) => `${stage}: ${counts.join(', ')}; fastest ${fastest.join('; ')}`),
        [],
      );
    });
  }

  it('is noticed where it does not: what was declared to go by pairs is beyond proportion', () => {
    const [{ counts: [one, two, four] } = { counts: [0, 0, 0] }] = costs.filter(
      ({ shape, stage }) => shape === 'a ring of imports' && stage === 'check',
    );
    assert.ok(four - two > inProportion * (two - one), `${one}, ${two}, ${four}`);
  });
});
