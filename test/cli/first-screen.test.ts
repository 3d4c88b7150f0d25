import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';
import { root } from '../support/workspace.js';

const examples = path.join(root, 'examples');
/** `79 findings (18 critical, 61 high)` of findings in JSON: how many there are is the catalogue's, that they are counted is ours. */
function countedWords(findings: readonly Told[]): string {
  const open = findings.filter(({ state }) => state === 'missing' || state === 'weak');
  const counts = ['critical', 'high', 'medium', 'low', 'info'].flatMap((severity) => {
    const count = open.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const others = ['planned', 'unknown'].flatMap((state) => {
    const count = findings.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`, ${count} ${state}`];
  });
  return `${open.length} findings (${counts.join(', ')})${others.join('')}; `;
}

interface Told {
  readonly requirement: string;
  readonly element: string;
  readonly state: string;
  readonly severity: string;
}

/** A design with one finding, through a profile of its own. */
const single = [
  'define profile one { includes authz-rbac }',
  'design d { profile one }',
  'component mdms is meter-data-management',
  'link l: mdms -> hes',
  'component hes is network-management-system { control role-based-access by role-directory }',
  'flow f: mdms -> hes',
].join('\n');

describe('the first screen of meterlint check', () => {
  it('begins with the ten that matter, then tells each finding in a line by what is asked, then a summary, and exits with 1', async () => {
    const { code, out, err } = await meterlint(['check', 'riverside.meter'], examples);
    assert.equal(code, 1);
    assert.equal(err, '');
    const hsm =
      "riverside.meter:36:11 ■ critical (weak) key-hsm software-keystore too weak for hardware key storage on key-management-system 'kms'";
    assert.ok(out.includes(`\n■ critical  Systems and tools keep their keys in secure hardware (1 element)\n${hsm}\n\n`), out);
    const [title, ...contents] = out.split('\n');
    const { findings } = JSON.parse((await meterlint(['check', 'riverside.meter', '--format', 'json'], examples)).out) as {
      findings: Told[];
    };
    const open = findings.filter(({ state }) => state === 'missing' || state === 'weak');
    const asked = new Set(open.map(({ requirement, severity }) => `${severity} ${requirement}`));
    assert.equal(title, `The 10 that matter, of ${open.length} findings`);
    assert.equal(contents.indexOf(`    and ${asked.size - 10} more requirements, all listed below`), 10);
    const places = contents.slice(0, 10).map((line, at) => {
      const [, place] =
        new RegExp(`^ {1,2}${at + 1} (?:■ critical|▲ high    ) \\S.*  ((?:riverside|zones)\\.meter:\\d+)$`).exec(line) ?? assert.fail(line);
      return place;
    });
    // An element has one line: what else is open on it mostly has the same cause.
    assert.equal(new Set(places).size, 10);
    assert.match(out, /^zones\.meter:7:6 ▲ high net-zones/m);
    const summary = out.split('\n').find((line) => line.startsWith('design riverside: ')) ?? '';
    assert.equal(
      summary.replace(/\d+ (met|not applicable)/g, 'some $1'),
      `design riverside: ${countedWords(findings)}some met, 1 accepted, 1 excluded, some not applicable`,
    );
    assert.doesNotMatch(out, /\u001B\[/);
  });

  it('loses no finding, and writes each as the problem matchers read it', async () => {
    const { out } = await meterlint(['check', 'riverside.meter', '--date', '2026-11-24'], examples);
    const json = await meterlint(['check', 'riverside.meter', '--date', '2026-11-24', '--format', 'json'], examples);
    const { findings } = JSON.parse(json.out) as {
      findings: { requirement: string; state: string; location: { file: string; line: number; column: number } }[];
    };
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      contributes: { problemMatchers: { pattern: { regexp: string } }[] };
    };
    const patterns = contributes.problemMatchers.map(({ pattern }) => new RegExp(pattern.regexp));
    const matched = out.split('\n').flatMap((line) => {
      const [, file, row, column, code] = patterns.map((pattern) => pattern.exec(line)).find((one) => one !== null) ?? [];
      return file === undefined ? [] : [`${file}:${row}:${column} ${code}`];
    });
    // What is unknown is no problem of any severity; all else stands there once, neither in the table of contents nor in a heading.
    const expected = findings
      .filter(({ state }) => state !== 'unknown')
      .map(({ requirement, location: { file, line, column } }) => `${file}:${line}:${column} ${requirement}`);
    assert.deepEqual(matched.sort(), expected.sort());
  });

  it('tells all of each finding with --verbose: why, what to do, and the line of the design', async () => {
    await inFolder({ 'a.meter': single }, async (folder) => {
      const { out } = await meterlint(['check', '--verbose'], folder);
      assert.equal(
        out.split('\n').slice(0, 9).join('\n'),
        [
          '▲ high  Roles and least privilege in head-end, MDMS, billing and key management (1 element)',
          "a.meter:3:11 ▲ high authz-rbac Role based access missing on meter-data-management 'mdms'",
          '      High, missing.',
          '      Broad rights let every insider, and every stolen session, do everything.',
          '      To do: Define roles with the least rights that a task needs, give rights to roles and not to persons, and review who holds them at least once a year (IEC 62351-8 describes roles for power systems).',
          '    3 | component mdms is meter-data-management',
          '      |           ^^^^',
          '',
          '',
        ].join('\n'),
      );
      assert.doesNotMatch((await meterlint(['check'], folder)).out, /To do|\^\^/);
    });
  });
});
