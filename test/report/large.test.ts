import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Log } from 'sarif';
import { formatNamed, formats } from '../../report/formats/index.js';
import { reviewFiles, type Told } from '../support/designs.js';
import { cellsOf, readStrictly } from '../support/readers.js';
import { reportContext } from '../support/reports.js';

/** Ten requirements on three thousand components: thirty thousand findings, a tenth of them critical and the last of all. */
const size = 3_000;
const design = {
  'large.meter': [
    'define control shut on component',
    'define component thing',
    ...Array.from({ length: 10 }, (_, at) => {
      const severity = at === 9 ? 'critical' : at === 0 ? 'info' : 'medium';
      return `define requirement r${at} "Number ${at}" { severity ${severity} applies to component where is thing needs shut because "b" guidance "g" }`;
    }),
    `define profile p { includes ${Array.from({ length: 10 }, (_, at) => `r${at}`).join(', ')} }`,
    'design d { profile p }',
    ...Array.from({ length: size }, (_, at) => `component c${at} is thing`),
  ].join('\n'),
};

// What the readers of a format take at most, in characters or bytes; the others have no bound below what a mail takes.
const most: Readonly<Record<string, number>> = { markdown: 65_536, html: 20_000_000 };

describe('thirty thousand findings', () => {
  let known: Told;
  before(async () => {
    known = await reviewFiles(design, { catalogue: false });
    assert.equal(known.reviewed.assessments[0]!.findings.length, 10 * size);
  });

  function told(id: string): string {
    const report = formatNamed(id)!.write(known.reviewed, { ...reportContext, textOf: known.textOf });
    return typeof report === 'string' ? report : '';
  }

  for (const format of formats) {
    it(`${format.id} stays readable`, () => {
      const report = format.write(known.reviewed, { ...reportContext, textOf: known.textOf });
      readStrictly(format.extension, report);
      assert.ok(report.length <= (most[format.id] ?? 200_000_000), `${report.length}`);
    });
  }

  it('SARIF keeps what code scanning takes, the worst, and says what is left out', () => {
    const text = told('sarif');
    assert.ok(gzipSync(text).length < 10_000_000);
    const [run] = (JSON.parse(text) as Log).runs;
    assert.equal(run!.results!.length, 25_000);
    const critical = run!.results!.filter(({ ruleId }) => ruleId === 'r9');
    assert.equal(critical.length, size);
    assert.equal(run!.results!.filter(({ ruleId }) => ruleId === 'r0').length, 0);
    assert.deepEqual(
      run!.invocations![0]!.toolExecutionNotifications!.map(({ message }) => message.text),
      [
        '5000 further results are left out: code scanning takes 25000 at most. The worst are listed.',
        '25000 results are reported without ways to repair them.',
      ],
    );
  });

  it('GitLab and JUnit reports keep the worst and say what is left out', () => {
    const quality = JSON.parse(told('gitlab-code-quality')) as { description: string; severity: string }[];
    assert.equal(quality.length, 25_001);
    assert.match(quality[0]!.description, /^5000 further findings are left out/);
    assert.equal(quality.filter(({ severity }) => severity === 'blocker').length, size);
    const sast = JSON.parse(told('gitlab-sast')) as { scan: { messages: { value: string }[] }; vulnerabilities: { severity: string }[] };
    assert.equal(sast.vulnerabilities.length, 25_000);
    assert.match(sast.scan.messages[0]!.value, /^5000 further findings/);
    const junit = told('junit');
    assert.equal(junit.match(/<testcase /g)!.length, 10_001);
    assert.match(junit, /20000 further results are left out/);
  });

  it('pages say what they leave out; tables hold all', () => {
    assert.match(told('html'), /25000 further findings are left out here/);
    assert.match(told('html'), /2760 further elements are left out here/);
    assert.match(told('markdown'), /### ■ Critical: Number 9\n/);
    assert.match(told('markdown'), /\*\*and 2960 more\*\*/);
    assert.equal(cellsOf(told('csv')).length, 10 * size + 1);
    assert.equal(cellsOf(told('matrix-csv')).length, 10 * size + 1);
  });
});
