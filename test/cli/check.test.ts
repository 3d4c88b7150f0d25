import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';
import { root } from '../support/workspace.js';

const examples = path.join(root, 'examples');
const clean = 'zone office is back-office\n';
/** A design with one finding, through a profile of its own. */
const high =
  'define profile one { includes authz-rbac }\ndesign d { profile one }\ncomponent mdms is meter-data-management\nlink l: mdms -> hes\n';
const medium = high
  .replaceAll('profile one', 'profile two')
  .replace('authz-rbac', 'phys-tamper')
  .replace('is meter-data-management', 'is data-concentrator in street\nzone street is neighbourhood-network');
const rest = 'component hes is network-management-system { control role-based-access by role-directory }\nflow f: mdms -> hes\n';

describe('meterlint check', () => {
  it('reviews a folder, the current one by default, with hidden ones left out', async () => {
    await inFolder(
      { 'a/one.meter': high + rest, '.git/two.meter': high, 'node_modules/x/three.meter': high, 'note.txt': 'x' },
      async (folder) => {
        const here = await meterlint(['check'], folder);
        assert.match(here.out, /^a\/one\.meter:3:11 ▲ high authz-rbac /m);
        assert.doesNotMatch(here.out, /two|three/);
        assert.equal((await meterlint(['check', '.'], folder)).out, here.out);
      },
    );
  });

  it('exits by the bar: from the named severity up', async () => {
    await inFolder({ 'high.meter': high + rest, 'medium.meter': medium + rest, 'clean.meter': clean }, async (folder) => {
      const codes = async (file: string) => {
        const bars = ['critical', 'high', 'medium', 'low', 'none'];
        return Promise.all(bars.map(async (bar) => (await meterlint(['check', file, '--fail-on', bar], folder)).code));
      };
      assert.deepEqual(await codes('high.meter'), [0, 1, 1, 1, 0]);
      assert.deepEqual(await codes('medium.meter'), [0, 0, 1, 1, 0]);
      assert.deepEqual(await codes('clean.meter'), [0, 0, 0, 0, 0]);
      assert.equal((await meterlint(['check', 'medium.meter'], folder)).code, 0, 'high by default');
    });
  });

  it('exits with 2 where an error hides a part, and still tells the findings of the rest', async () => {
    await inFolder({ 'bad.meter': high + rest + 'component ( is broken\n' }, async (folder) => {
      const { code, out } = await meterlint(['check', '--fail-on', 'none'], folder);
      assert.equal(code, 2);
      assert.match(out, /bad\.meter:7:11 error syntax-error Expected a name here, but found '\('/);
      assert.match(out, /authz-rbac Role based access missing on meter-data-management 'mdms'/);
      assert.match(out, /1 error of writing: what they hide is not reviewed/);
    });
  });

  it('counts a validation error that hides nothing as a finding', async () => {
    await inFolder({ 'a.meter': `${clean}zone office is back-office\n` }, async (folder) => {
      assert.equal((await meterlint(['check'], folder)).code, 1);
      assert.equal((await meterlint(['check', '--fail-on', 'none'], folder)).code, 0);
    });
  });

  it('takes days to the day, their own included', async () => {
    const text = (clause: string) => `${high}${rest}${clause}\n`;
    await inFolder({ 'a.meter': text('accept authz-rbac on mdms until 2027-06-30 because "x"') }, async (folder) => {
      const on = (date: string) => meterlint(['check', '--date', date], folder);
      assert.equal((await on('2027-06-30')).code, 0);
      const after = await on('2027-07-01');
      assert.equal(after.code, 1);
      assert.match(after.out, /a\.meter:7:1 warning decision-past This accept ended on 2027-06-30/);
      assert.match(after.out, /authz-rbac/);
    });
  });

  it("reviews against another profile, the workspace's own ones included", async () => {
    await inFolder({ 'a.meter': high + rest + 'define profile two { includes priv-dpia }\n' }, async (folder) => {
      assert.equal((await meterlint(['check', '--profile', 'two'], folder)).code, 0);
      const unknown = await meterlint(['check', '--profile', 'x1323'], folder);
      assert.equal(unknown.code, 2);
      assert.equal(unknown.out, '');
      assert.match(unknown.err, /there is no profile 'x1323'; did you mean 'x1332'\?/);
    });
  });

  it('gives the same bytes twice, and for paths in any order', async () => {
    for (const format of ['text', 'json', 'sarif']) {
      const first = await meterlint(['check', 'riverside.meter', 'hardened.meter', '--format', format], examples);
      const second = await meterlint(['check', 'hardened.meter', 'riverside.meter', '--format', format], examples);
      assert.equal(first.out, second.out, format);
    }
  });

  it('reads a byte order mark, CRLF, spaces and other scripts in names, and says what is no text', async () => {
    const files = {
      'ein name 電.meter': `\uFEFF${(high + rest).replaceAll('\n', '\r\n')}`,
      'latin.meter': Buffer.from('zone stra\xDFe is back-office', 'latin1'),
    };
    await inFolder(files, async (folder) => {
      const { code, out, err } = await meterlint(['check', '--verbose'], folder);
      assert.equal(code, 2);
      assert.match(
        out,
        /^ein name 電\.meter:3:11 ▲ high authz-rbac .*\n(?: {6}.*\n)+ +3 \| component mdms is meter-data-management\n +\| +\^\^\^\^\n/m,
      );
      assert.match(err, /cannot read .*latin\.meter: it is not UTF-8 text/);
    });
  });

  it('hands no control characters of a design or of a name on to the terminal', async () => {
    const evil = '\u001b[2J\u001b]0;x\u0007\r\u009b1m\u202e';
    const text = high.replace('component mdms', `component mdms "${evil}"`).replace('mdms -> hes', `mdms -> hes "${evil}"`) + rest;
    await inFolder({ 'a.meter': text, 'b.meter': `define control c "${evil}" { on component }\n`, 'old/a.meter': rest }, async (folder) => {
      for (const args of [
        ['check', 'a.meter'],
        ['check', `${evil}.meter`],
        ['check', '--profile', evil],
        ['explain', 'c'],
        ['explain', evil],
        ['diff', 'old', 'a.meter'],
        ['fix', 'a.meter', evil],
        ['list', 'controls', 'b.meter'],
        [evil],
      ]) {
        const { out, err } = await meterlint(args, folder);
        assert.doesNotMatch(out + err, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/, args[0]);
        assert.ok(out + err !== '', args[0]);
      }
      const { out } = await meterlint(['check', '--verbose', 'a.meter'], folder);
      assert.match(out, /^ +3 \| component mdms "\uFFFD\[2J\uFFFD\]0;x\uFFFD{3}1m\uFFFD" is/m);
    });
  });

  it('says what it cannot read, and exits with 2', async () => {
    await inFolder({ 'a.meter': high + rest, 'empty/x.txt': '' }, async (folder) => {
      const missing = await meterlint(['check', 'a.meter', 'nowhere.meter'], folder);
      assert.equal(missing.code, 2);
      assert.match(missing.err, /cannot read nowhere\.meter: there is no such file or folder/);
      assert.match(missing.out, /authz-rbac/);
      const empty = await meterlint(['check', 'empty'], folder);
      assert.equal(empty.code, 2);
      assert.match(empty.err, /no \.meter file below empty/);
    });
  });

  it('says in the report, too, what it could not read', async () => {
    await inFolder({ 'a.meter': high + rest, 'latin.meter': Buffer.from('zone stra\xDFe is back-office', 'latin1') }, async (folder) => {
      const message = 'This cannot be read: it is not UTF-8 text. What stands in it is not reviewed.';
      const report = JSON.parse((await meterlint(['check', '--format', 'json'], folder)).out) as { problems: Record<string, unknown>[] };
      assert.deepEqual(
        report.problems.map(({ code, severity, message, location }) => ({ code, severity, message, location })),
        [
          {
            code: 'unreadable-file',
            severity: 'error',
            message,
            location: { file: 'latin.meter', line: 1, column: 1, endLine: 1, endColumn: 1 },
          },
        ],
      );
      const sarif = (await meterlint(['export', '--format', 'sarif'], folder)).out;
      assert.match(sarif, /"executionSuccessful": false/);
      for (const format of ['markdown', 'html', 'junit', 'gitlab-code-quality', 'sarif']) {
        const { out, code } = await meterlint(['export', '--format', format], folder);
        assert.deepEqual([code, out.includes(message)], [2, true], format);
      }
      const parts = [1, 2].map((index) => ['check', '--shard', `${index}/2`, '--format', 'json', '--output', `${index}.json`]);
      for (const part of parts) await meterlint(part, folder);
      assert.equal((await meterlint(['merge', '1.json', '2.json'], folder)).code, 2, 'the whole was not read, whichever part says so');
      const hidden = await meterlint(['export', '--format', 'json', '--redact', 'key.json'], folder);
      assert.doesNotMatch(hidden.out, /latin/);
    });
  });

  it('never reads an import outside the reviewed folder', async () => {
    await inFolder(
      { 'in/a.meter': 'import "../out.meter"\ncomponent a is relay in secret\n', 'out.meter': 'zone secret is back-office\n' },
      async (folder) => {
        const { code, out } = await meterlint(['check', '.'], path.join(folder, 'in'));
        assert.equal(code, 2);
        assert.match(out, /a\.meter:1:8 error import-outside/);
        assert.match(out, /There is no zone 'secret' here/);
      },
    );
  });

  describe('--output', () => {
    it('writes the report into a file as a whole', async () => {
      await inFolder({ 'a.meter': high + rest }, async (folder) => {
        const { code, out } = await meterlint(['check', '--format', 'json', '--output', 'out.json'], folder);
        assert.equal(code, 1);
        assert.equal(out, '');
        assert.equal(
          (JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8')) as { schema: string }).schema,
          'meterlint-findings/1',
        );
        assert.deepEqual(readdirSync(folder).sort(), ['a.meter', 'out.json']);
      });
    });

    it('leaves the old report where the new one cannot be written, and no half of it', async () => {
      await inFolder({ 'a.meter': high + rest, 'old.json/keep': 'x' }, async (folder) => {
        for (const target of ['old.json', 'nowhere/out.json']) {
          const { code, err } = await meterlint(['check', '--output', target], folder);
          assert.equal(code, 2);
          assert.match(err, /cannot write/);
        }
        assert.deepEqual(readdirSync(folder).sort(), ['a.meter', 'old.json']);
        assert.ok(existsSync(path.join(folder, 'old.json/keep')));
      });
    });

    it('never overwrites a design', async () => {
      await inFolder({ 'a.meter': high + rest }, async (folder) => {
        const { code, err } = await meterlint(['check', '--output', 'a.meter'], folder);
        assert.equal(code, 2);
        assert.match(err, /would overwrite a design/);
        assert.equal(readFileSync(path.join(folder, 'a.meter'), 'utf8'), high + rest);
      });
    });

    it('says that a folder may not be written to', async function () {
      if (process.getuid?.() === 0 || process.platform === 'win32') return this.skip();
      await inFolder({ 'a.meter': high + rest, 'shut/x': '' }, async (folder) => {
        chmodSync(path.join(folder, 'shut'), 0o555);
        const { code, err } = await meterlint(['check', '--output', 'shut/out.json'], folder);
        chmodSync(path.join(folder, 'shut'), 0o755);
        assert.equal(code, 2);
        assert.match(err, /access is denied/);
      });
    });
  });

  it('tells what the review does not depend on where it is asked to', async () => {
    const plan = [
      'design plan { control recovery-plan evidence "A" }',
      'zone dmz is head-end-dmz',
      'component hes is head-end in dmz { control recovery-plan evidence "B" uses role-directory control device-identity evidence "C" }',
    ].join('\n');
    await inFolder({ 'plan.meter': plan }, async (folder) => {
      const { out } = await meterlint(['check', '--redundant', '--fail-on', 'none'], folder);
      const told = out.split('\n').filter((line) => line.includes('declaration-without-effect'));
      assert.equal(told.length, 2);
      assert.match(told[1]!, /^plan\.meter:3:\d+ information .*'hes'/);
      // What no rule reads on a head-end is told as that, once.
      const unread = out.split('\n').filter((line) => line.includes('unread-statement'));
      assert.equal(unread.length, 1);
      assert.match(unread[0]!, /^plan\.meter:3:\d+ information .*'device-identity' on a component of this kind/);
      assert.doesNotMatch((await meterlint(['check', '--fail-on', 'none'], folder)).out, /declaration-without-effect/);
    });
  });

  it('colours only where it is asked to or on a terminal', async () => {
    const coloured = /\u001B\[/;
    const always = await meterlint(['check', 'riverside.meter', '--color', 'always'], examples);
    assert.match(always.out, coloured);
    assert.doesNotMatch((await meterlint(['check', 'riverside.meter', '--color', 'never'], examples)).out, coloured);
    assert.doesNotMatch((await meterlint(['check', 'riverside.meter'], examples)).out, coloured);
  });

  it('tells no path of the machine in a report; on the terminal a way from the current folder, which opens the file', async () => {
    await inFolder({}, async (folder) => {
      cpSync(examples, path.join(folder, 'designs'), { recursive: true });
      writeFileSync(path.join(folder, 'designs/broken.meter'), 'component ( x\nimport "nowhere.meter"\n');
      const designs = path.join(folder, 'designs');
      for (const format of ['json', 'sarif']) {
        const { out } = await meterlint(['check', designs, '--format', format], root);
        assert.ok(!out.includes(folder) && !out.includes(root), format);
      }
      await meterlint(['check', designs, '--output', path.join(folder, 'text')], root);
      const report = readFileSync(path.join(folder, 'text'), 'utf8');
      assert.ok(/^broken\.meter:1:/m.test(report) && !report.includes(folder) && !report.includes(root));
      mkdirSync(path.join(folder, 'beside'));
      const { out } = await meterlint(['check', '../designs'], path.join(folder, 'beside'));
      assert.match(out, /^\.\.\/designs\/broken\.meter:1:/m);
      assert.ok(!out.includes(folder));
    });
  });
});
