import assert from 'node:assert/strict';
import { inFolder, meterlint } from '../support/cli.js';

const text = [
  'define profile one "One" { includes authz-rbac }',
  'design d { profile one }',
  'component hes is head-end',
  'component meter is smart-meter',
  'link wan: meter <-> hes over lte',
].join('\n');

/** What took how long differs from run to run; how much there was to do does not. */
function withoutTimes(told: string): string[] {
  return told
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/ +\d+ ms +\d+ ms/, ' N ms').replace(/\d+ megabytes/, 'N megabytes'));
}

describe('check --timings', () => {
  it('tells what each step took and how much it had to do, beside the findings', async () => {
    await inFolder({ 'd.meter': text, 'meterlint.json': '{}' }, async (folder) => {
      const plain = await meterlint(['check', '.', '--fail-on', 'none'], folder);
      const timed = await meterlint(['check', '.', '--fail-on', 'none', '--timings'], folder);
      assert.equal(timed.out, plain.out);
      assert.equal(plain.err, '');
      assert.deepEqual(withoutTimes(timed.err), [
        'step        processor        clock',
        'start N ms',
        `read N ms  1 file, ${text.length} characters`,
        'designs N ms  1 design, 4 elements',
        'checks N ms  2 validation errors',
        'review N ms  2 pairs, 1 finding',
        'report N ms',
        'output N ms',
        'all N ms  N megabytes at most',
      ]);
    });
  });

  it('is for one review', async () => {
    await inFolder({ 'd.meter': text }, async (folder) => {
      const { code, err } = await meterlint(['check', '--watch', '--timings'], folder);
      assert.equal(code, 2);
      assert.match(err, /--watch reviews again and again: --timings is for one review/);
    });
  });
});
