import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { binary, inFolder, meterlint, meterlintProcess } from '../support/cli.js';

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

  it('reads more files than the system has handles for', function () {
    if (process.platform === 'win32') this.skip();
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}.meter`, `zone z${index} is back-office\n`]));
    return inFolder(many, (folder) => {
      const line = `ulimit -n 64; exec "${process.execPath}" "${binary()}" check . --format json --fail-on none`;
      const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 });
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const { designs } = JSON.parse(stdout) as { designs: object[] };
      assert.equal(designs.length, 300);
    });
  });

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
