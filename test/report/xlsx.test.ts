import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { formatNamed } from '../../report/formats/index.js';
import { worstFirst } from '../../summary/worst-first.js';
import { columnName, fitted, mostRows } from '../../report/formats/xlsx/sheet.js';
import { cellText, mostCellCharacters, xmlOfCell } from '../../report/formats/xlsx/text.js';
import { workbookBytes } from '../../report/formats/xlsx/workbook.js';
import { reportContext } from '../support/reports.js';
import { exampleFiles, reviewOf } from '../support/reviewed.js';
import { root } from '../support/workspace.js';

const small = [
  'define requirement own "Own rule" { severity high applies to component where is relay needs secure-boot because "It breaks." guidance "Do it. Soon." }',
  'define profile mine { includes own }',
  'design d "The design" { version "1.2" profile mine }',
  'component a "First relay" is relay',
  'component b is relay { control secure-boot }',
  'component c is relay',
  'link l: a -> b',
  'accept own on c until 2027-01-01 because "Replaced soon" by "CISO"',
].join('\n');

type Rows = readonly (readonly unknown[])[];

/** The sheets of a workbook by name, through a reader that shares nothing with the writer. */
async function sheetsOf(bytes: Uint8Array): Promise<Map<string, Rows>> {
  const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Rows]));
}

function written(reviewed: Awaited<ReturnType<typeof reviewOf>>): Uint8Array {
  return formatNamed('xlsx')!.write(reviewed, reportContext) as Uint8Array;
}

describe('XLSX', () => {
  it('tells a small design on thirteen sheets', async () => {
    const sheets = await sheetsOf(written(await reviewOf({ 'a.meter': small })));
    const names = [
      'Summary',
      'Findings',
      'Questions',
      'Decisions',
      'Controls',
      'Designs',
      'Matrix',
      'Clauses',
      'Reach',
      'Ways',
      'Attacks',
      'Threats',
      'Requirements by threat',
    ];
    assert.deepEqual([...sheets.keys()], names);
    assert.deepEqual(sheets.get('Summary'), [
      ['Part', 'Severity', 'What it says'],
      [
        'What was reviewed',
        null,
        'The design, version 1.2, was reviewed as of 2026-11-24 against profile mine: 1 requirement, on the design itself, 3 components and 1 link.',
      ],
      ['How it stands', null, '1 finding (1 high).'],
      [null, null, 'Of the 3 times that a requirement asks something of an element, 1 is met and 1 is accepted or excluded by a decision.'],
      [null, null, 'Decisions: 1 in force (the next ends on 2027-01-01, 38 days left).'],
      ['What to do first', '▲ high', "Own rule: Secure boot missing on relay 'a'. Do it."],
      ['What nobody has stated', null, '1 of 1 control that is stated names no evidence.'],
      [null, null, '1 of 1 met rests on a statement alone.'],
      [null, null, 'No question is left that only people can answer.'],
      ['Who has to act', '▲ high', 'Whose design it is (nobody is named): 1 finding (1 high)'],
      [null, null, 'CISO: Accepted "Own rule" on c; that ends on 2027-01-01'],
      [null, null, null],
      ['Made by Meterlint 1.0.0, as of 2026-11-24.', null, null],
    ]);
    const summary = sheets.get('Designs')!;
    assert.deepEqual(summary[1]!.slice(0, 8), ['d', 'The design', '1.2', null, 'mine', '5', '1', '1']);
    assert.deepEqual(summary[0]!.slice(8, 13), ['■ critical', '▲ high', '◆ medium', '● low', '○ info']);
    assert.deepEqual(summary[1]!.slice(8), ['0', '1', '0', '0', '0', '0', '0', '0', '1', '0', '1', '0', '1', '0']);
    assert.deepEqual(sheets.get('Findings')!.slice(1), [
      [
        1,
        '▲ high',
        'missing',
        'own',
        'Own rule',
        'd',
        'a',
        'component',
        'First relay',
        "Secure boot missing on relay 'a'.",
        'It breaks. To do: Do it.',
        'Whose design it is (nobody is named)',
        null,
        'open',
        1,
        'secure-boot on a',
        'wrong-demand-decisions; load-control-abuse; personal-data-misuse',
        null,
        'a.meter',
        '4',
      ],
    ]);
    assert.deepEqual(sheets.get('Decisions')!.slice(1), [
      ['in force', 'accept', 'own', 'Own rule', 'd', 'c', 'Replaced soon', 'CISO', '2027-01-01', '38 days left', 'missing', '▲ high'],
    ]);
    assert.deepEqual(sheets.get('Matrix')!.slice(0, 4), [
      ['Design', 'Element', 'Element title', 'Sort of element', 'own'],
      ['d', 'a', 'First relay', 'component', 'missing'],
      ['d', 'b', null, 'component', 'met'],
      ['d', 'c', null, 'component', 'accepted'],
    ]);
    assert.deepEqual(sheets.get('Clauses')!.length, 3, 'a requirement without references has no clause');
  });

  it('tells of each finding who has to act, by when, and how the work stands', async () => {
    const design = [
      'define requirement own "Own rule" { severity high applies to component where is relay needs secure-boot and firmware-signing }',
      'define requirement counted "Counted" { severity low applies to component where is relay needs count >= 2 }',
      'define profile mine { includes own, counted }',
      'design d { profile mine owner "The board" }',
      'component firm "The firm"',
      'component a is relay { count = 2 control secure-boot planned for 2027-05-01 control firmware-signing planned for 2027-03-01 }',
      'component b is relay { count = 2 control secure-boot planned control firmware-signing planned for 2027-03-01 }',
      'component c is relay run by firm',
    ].join('\n');
    const bytes = written(await reviewOf({ 'a.meter': design }));
    const [heads, ...rows] = (await sheetsOf(bytes)).get('Findings')!;
    const at = ['Requirement', 'Element', 'State', 'Owner', 'Due', 'Status'].map((head) => heads!.indexOf(head));
    assert.deepEqual(
      rows.map((row) => at.map((column) => row[column])),
      [
        ['own', 'c', 'missing', 'The firm (firm)', null, 'open'],
        ['own', 'a', 'planned', 'The board, whose design it is', '2027-05-01', 'planned'],
        // One of its two plans has no day.
        ['own', 'b', 'planned', 'The board, whose design it is', null, 'planned'],
        ['counted', 'c', 'unknown', 'The firm (firm)', null, 'to be answered'],
      ],
    );
    const [list, ...others] = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!).match(/<dataValidation .*?<\/dataValidation>/g)!;
    assert.deepEqual(others, []);
    assert.equal(
      list,
      '<dataValidation type="list" allowBlank="1" sqref="N2:N5"><formula1>&quot;open,planned,to be answered,in work,done&quot;</formula1></dataValidation>',
    );
  });

  it('repeats on each printed page what a row and what a column is about', async () => {
    const workbook = strFromU8(unzipSync(written(await reviewOf({ 'a.meter': small })))['xl/workbook.xml']!);
    const titles = [...workbook.matchAll(/Print_Titles" localSheetId="\d">([^<]*)</g)].map(([, range]) => range);
    assert.deepEqual(titles, [
      "'Summary'!$A:$A,'Summary'!$1:$1",
      "'Findings'!$A:$D,'Findings'!$1:$1",
      "'Questions'!$A:$B,'Questions'!$1:$1",
      "'Decisions'!$A:$C,'Decisions'!$1:$1",
      "'Controls'!$A:$B,'Controls'!$1:$1",
      "'Designs'!$A:$A,'Designs'!$1:$1",
      "'Matrix'!$A:$B,'Matrix'!$1:$1",
      "'Clauses'!$A:$A,'Clauses'!$1:$1",
      "'Reach'!$A:$B,'Reach'!$1:$1",
      "'Ways'!$A:$A,'Ways'!$1:$1",
    ]);
  });

  it('has a row for each finding, each pair and each clause of the examples', async () => {
    const reviewed = await reviewOf(exampleFiles());
    const sheets = await sheetsOf(written(reviewed));
    // Worst first over both designs, and each design in its own order.
    const findings = worstFirst(reviewed.assessments).map(({ finding }) => finding);
    const rows = sheets.get('Findings')!.slice(1);
    assert.deepEqual(
      rows.map((row) => `${String(row[5])}/${String(row[3])}/${String(row[6])}`),
      findings.map(({ id }) => id),
    );
    assert.deepEqual(
      rows.map(([rank]) => rank),
      findings.map((_, at) => at + 1),
    );
    const states = sheets.get('Matrix')!.flatMap((row, index) => (index === 0 || row[1] === null ? [] : row.slice(4)));
    const pairs = reviewed.assessments.reduce((sum, { results }) => sum + results.length, 0);
    assert.equal(states.filter((state) => state !== null).length, pairs);
    assert.ok(sheets.get('Clauses')!.some((row) => row[0] === 'IEC 62443-3-3' && row[3] === 'SR 3.4' && row[4] === 'missing'));
  });

  it('holds no formula and no link, and numbers only where it counts itself, whatever a title holds', async () => {
    const titles = [
      '=cmd|"/c calc"!A1',
      '+1',
      '-1',
      '@SUM(A1)',
      '_x0041_ <b>&amp;</b>',
      '👩‍🔧 電表',
      'https://example.org/',
      '=HYPERLINK("https://example.org/")',
    ];
    const design = ['design d', ...titles.map((title, index) => `component c${index} ${JSON.stringify(title)} is relay`)].join('\n');
    const bytes = written(await reviewOf({ 'a.meter': design }));
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
    for (const [name, xml] of parts.filter(([part]) => part.includes('worksheets'))) {
      assert.doesNotMatch(xml, /<f[ >]|<hyperlink/, name);
      // The rank and the number of devices, and the text of every other cell.
      const numbers = xml.match(/<c r="[AO]\d+" s="\d+"><v>\d+<\/v><\/c>/g) ?? [];
      assert.equal(numbers.length, xml.match(/<v>/g)?.length ?? 0, name);
      if (!name.endsWith('sheet2.xml')) assert.equal(numbers.length, 0, name);
      assert.equal(xml.match(/<c /g)!.length, xml.match(/ t="inlineStr"/g)!.length + numbers.length, name);
    }
    const titlesRead = (await sheetsOf(bytes)).get('Matrix')!.map((row) => row[2]);
    for (const title of titles) {
      // This reader leaves the escape as it is; spreadsheets take it back.
      const told = title.replace('_x0041_', '_x005F_x0041_');
      assert.ok(titlesRead.includes(told) || titlesRead.includes(title), title);
    }
  });

  it('keeps within what a cell holds and what XML can say', () => {
    assert.equal(cellText('a\r\nb\rc'), 'a\nb\nc');
    assert.equal(cellText('a\u0000\u0008\u202E\uFFFF\uD83D'), 'a\uFFFD\uFFFD');
    assert.equal(cellText('\uDE00x\uD83D\uDE00'), '\uFFFDx\uD83D\uDE00');
    const cut = cellText('😀'.repeat(20_000));
    assert.equal(cut.length <= mostCellCharacters, true);
    assert.match(cut, /^(?:😀)+ \.\.\. \(cut, 40000 characters in all\)$/u);
    assert.equal(cellText('x'.repeat(mostCellCharacters)).length, mostCellCharacters);
    assert.equal(xmlOfCell('_x0041_ _x004_ _xZZZZ_ __x000D_'), '_x005F_x0041_ _x004_ _xZZZZ_ __x005F_x000D_');
    assert.equal(xmlOfCell(`<a href="x">&'`), '&lt;a href=&quot;x&quot;&gt;&amp;&apos;');
  });

  it('leaves out rows that do not fit, and says so', () => {
    const rows = Array.from({ length: mostRows + 10 }, () => ['x']);
    const sheet = fitted({ name: 'S', columns: [{ title: 'T', width: 5 }], rows, frozen: 0, notes: ['n'] });
    assert.equal(sheet.rows.length + sheet.notes.length + 2, mostRows);
    assert.match(sheet.notes.at(-1)!, /^14 further rows do not fit/);
    assert.equal(columnName(0) + columnName(25) + columnName(26) + columnName(701) + columnName(702), 'AZAAZZAAA');
  });

  it('is the same bytes in every time zone', () => {
    const script =
      "import { workbookBytes } from './report/formats/xlsx/workbook.ts';" +
      "const sheet = { name: 'S', columns: [{ title: 'T', width: 5 }], rows: [['x']], frozen: 0, notes: [] };" +
      'process.stdout.write(Buffer.from(workbookBytes([sheet])).toString("hex"));';
    const told = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        cwd: root,
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    assert.equal(new Set(told).size, 1);
    const sheet = { name: 'S', columns: [{ title: 'T', width: 5 }], rows: [['x']], frozen: 0, notes: [] };
    assert.equal(Buffer.from(workbookBytes([sheet])).toString('hex'), told[0]);
  });
});
