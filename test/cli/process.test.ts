import assert from 'node:assert/strict';
import { inFolder, meterlint, meterlintProcess } from '../support/cli.js';

// Most tests run the built program within their own process. What they are told there is what a process tells.

const files = {
  'd.meter': 'design d { profile x1332 }\nzone z is public-place\ncomponent m is smart-meter in z\n',
  'unformatted.meter': 'component   c is thing\n',
};

const lines: readonly (readonly string[])[] = [
  [],
  ['--version'],
  ['-v'],
  ['--help'],
  ['help', 'check'],
  ['fix', '--help'],
  ['chekc'],
  ['--verison'],
  ['check', '--formt', 'json'],
  ['check', 'nowhere.meter'],
  ['check', 'd.meter'],
  ['check', 'd.meter', '--format', 'sarif'],
  ['check', 'd.meter', '--colour', 'always'],
  ['format', '--check', 'unformatted.meter'],
  ['list', 'requirements', '--format', 'json'],
  ['explain', 'comm-confidentiality'],
  ['completions', 'bash'],
  ['init'],
  ['graph', 'd.meter'],
];

describe('the command line', () => {
  for (const line of lines) {
    it(`says the same as a process of its own and within another: meterlint ${line.join(' ')}`, () =>
      inFolder(files, async (folder) => {
        assert.deepEqual(await meterlint(line, folder), await meterlintProcess(line, folder));
      }));
  }

  it('leaves the process that it runs within as it was', () =>
    inFolder(files, async (folder) => {
      const state = () => [
        process.cwd(),
        process.env,
        process.exitCode,
        Reflect.get(process.stdout, 'write'),
        process.listenerCount('SIGINT'),
      ];
      const before = state();
      const [one, other] = await Promise.all([
        meterlint(['check', 'd.meter'], folder, { SOME: 'thing' }),
        meterlint(['check', 'nowhere.meter'], folder),
      ]);
      assert.deepEqual([one.code, other.code], [1, 2]);
      assert.deepEqual(state(), before);
    }));
});
