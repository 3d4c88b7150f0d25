import assert from 'node:assert/strict';
import { DiagnosticSeverity, type CodeLens, type Diagnostic } from 'vscode-languageserver';
import { URI } from 'langium';
import readWorkbook from 'read-excel-file/node';
import { countWords } from '../../report/count.js';
import { formatNamed } from '../../report/formats/index.js';
import type { Reviewed } from '../../report/problem.js';
import { toText } from '../../report/text.js';
import { reviewSummary } from '../../server/requests.js';
import { exampleFiles } from '../support/designs.js';
import { reportContext, told } from '../support/reports.js';
import { Session } from './in-process.js';

/** Everything that says how many findings a design has, asked about one design. */
describe('every surface', () => {
  let session: Session;
  let reviewed: Reviewed;
  let open: number;
  const planned = 1;
  const unknown = 1;

  before(async () => {
    session = await Session.with(exampleFiles('riverside.meter', 'zones.meter'), {}, {}, { commands: ['meterlint.showFindings'] });
    await session.open('riverside.meter');
    const snapshot = session.shared.server.Current.get();
    reviewed = { assessments: snapshot.assessments, problems: [], sources: snapshot.sources };
    open = reviewed.assessments[0]!.findings.filter(({ state }) => state === 'missing' || state === 'weak').length;
  });
  after(() => {
    session.stop();
  });

  const words = () => countWords(reviewed.assessments[0]!.findings);
  const numbers = () =>
    /^(\d+) findings \((\d+) critical, (\d+) high, (\d+) medium, (\d+) low, (\d+) info\), (\d+) planned, (\d+) unknown$/.exec(words())!;

  it('is asked about one design with findings, a plan, and something that cannot be judged', () => {
    assert.equal(reviewed.assessments.length, 1);
    const [, all, critical, high, medium, low, info, ...rest] = numbers().map(Number);
    assert.deepEqual([all, ...rest], [open, planned, unknown]);
    assert.equal(critical! + high! + medium! + low! + info!, open);
    assert.ok(open > 50);
  });

  it('says the same words: the command line, HTML, Markdown, the message after a review', () => {
    const text = toText(reviewed, { toPath: reportContext.toPath, linesOf: () => undefined, paint: (one) => one, verbose: false });
    assert.ok(text.includes(`design riverside: ${words()};`), text.slice(-400));
    assert.ok(text.startsWith(`The 10 that matter, of ${open} findings\n`), text.slice(0, 100));
    const html = told('html', reviewed);
    assert.ok(html.includes(`<p>${words().replace(/, \d+ planned.*/, '')}, most of them about `));
    assert.ok(html.includes(`. ${planned} more waits for what is planned and ${unknown} more cannot be judged before a fact is stated; `));
    assert.ok(told('markdown', reviewed).includes(`\n${words()}.\n`.replace(/[()]/g, '$&')));
    assert.deepEqual(reviewSummary(session.shared.server.Current.get()).designs, [{ name: 'riverside', findings: open, words: words() }]);
  });

  it('lists as many: lines of the command line, CSV, JSON, SARIF, JUnit, the code quality report, the list of problems', () => {
    const text = toText(reviewed, { toPath: reportContext.toPath, linesOf: () => undefined, paint: (one) => one, verbose: false });
    const lines = text.split('\n').filter((line) => /^\S+:\d+:\d+ /.test(line));
    assert.equal(lines.filter((line) => !/ \((planned|unknown)\) /.test(line)).length, open);
    assert.equal(lines.length, open + planned + unknown);
    const rows = told('csv', reviewed).split('\r\n').slice(1);
    assert.equal(rows.filter((row) => /,(missing|weak),/.test(row)).length, open);
    const json = JSON.parse(told('json', reviewed)) as { designs: { counts: object }[]; findings: { state: string }[] };
    const [, all, critical, high, medium, low, info] = numbers().map(Number);
    assert.deepEqual(json.designs[0]!.counts, { findings: all, critical, high, medium, low, info, planned, unknown });
    assert.equal(json.findings.filter(({ state }) => state === 'missing' || state === 'weak').length, open);
    const sarif = JSON.parse(told('sarif', reviewed)) as {
      runs: { results: { properties: { state: string }; rank: number; suppressions: unknown[] }[] }[];
    };
    const results = sarif.runs[0]!.results.filter(({ suppressions }) => suppressions.length === 0);
    assert.equal(results.filter(({ properties: { state } }) => state === 'missing' || state === 'weak').length, open);
    for (const [at, { rank }] of results.entries())
      if (at > 0) assert.ok(rank <= results[at - 1]!.rank, `rank ${rank} after ${results[at - 1]!.rank}`);
    assert.equal(told('junit', reviewed).match(/<failure /g)!.length, open);
    const quality = JSON.parse(told('gitlab-code-quality', reviewed)) as { severity: string; check_name: string }[];
    assert.equal(quality.length, open + planned + unknown);
  });

  it('counts the same: the workbook and the matrix of HTML', async () => {
    const sheets = await readWorkbook(Buffer.from(formatNamed('xlsx')!.write(reviewed, reportContext) as Uint8Array));
    const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data as readonly (readonly unknown[])[];
    const [heads, design] = rows('Designs');
    const cell = (head: string) => Number(design![heads!.indexOf(head)]);
    assert.deepEqual([cell('Findings'), cell('planned'), cell('unknown')], [open, planned, unknown]);
    const states = rows('Findings')
      .slice(1)
      .map((row) => row[2]);
    assert.equal(states.filter((state) => state === 'missing' || state === 'weak').length, open);
    const totals = /<th scope="row">All<\/th>\s*((?:<td class="number">\d+<\/td>\s*)+)/.exec(told('html', reviewed))![1]!;
    assert.deepEqual(
      [...totals.matchAll(/>(\d+)</g)].slice(0, 3).map(([, number]) => Number(number)),
      [open, planned, unknown],
    );
  });

  it('counts the same: the line above the design, and the list of problems', async () => {
    const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: session.uri('riverside.meter') } });
    const title = lenses.map(({ command }) => command?.title ?? '').find((one) => one.startsWith(`${open} findings: `));
    assert.ok(title?.includes(`· ${planned} planned · ${unknown} unknown · `), lenses[0]?.command?.title);
    const diagnostics = ['riverside.meter', 'zones.meter'].flatMap(
      (file): Diagnostic[] => session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri(file)))!.diagnostics ?? [],
    );
    const findings = diagnostics.filter(({ data }) => (data as { finding?: string } | undefined)?.finding !== undefined);
    const listed = findings.filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
    assert.deepEqual([listed.length, findings.length - listed.length], [open, planned + unknown]);
  });
});
