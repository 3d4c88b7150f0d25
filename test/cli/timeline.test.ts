import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { inFolder, meterlint } from '../support/cli.js';
import { catalogue } from '../support/metering.js';

// Worked out by hand: what is missing in each phase, and for how many days.

const rules = catalogue.replace('severity high where', 'severity critical where');
const plan = [
  'design plan { profile p }',
  'phase pilot "Pilot" from 2027-01-01',
  'phase rollout from 2028-01-01',
  'phase done "Done" from 2029-01-01',
  'component a is thing { count = 10 until phase pilot count = 40 since phase rollout loud = yes control sealed since phase rollout control watched }',
  'component old is thing until phase pilot { control watched }',
  'component new is thing since phase rollout { control sealed control watched since phase done }',
  'accept watch on new until 2028-06-30 because "Its log comes later."',
  '',
].join('\n');
const files = { 'catalogue.meter': rules, 'plan.meter': plan };
const day = ['--date', '2026-12-02'];

interface Told {
  readonly designs: readonly {
    readonly firstDayWithoutCritical: string | null;
    readonly criticalAgainFrom: string | null;
    readonly spans: readonly { readonly from: string; readonly until: string | null; readonly deviceDays: Record<string, number | null> }[];
  }[];
}

const toldOf = (out: string) => (JSON.parse(out) as Told).designs[0]!;

describe('meterlint timeline', () => {
  it('tells a row for each stretch of days, the first clear day, and what comes, goes, begins and ends by when', async () => {
    await inFolder(files, async (folder) => {
      const { code, out, err } = await meterlint(['timeline', ...day, 'plan.meter'], folder);
      assert.deepEqual([code, err], [0, '']);
      const lines = out.split('\n');
      assert.equal(lines[0], 'plan: from phase to phase, as of 2026-12-02');
      const cells = lines.slice(3, 8).map((line) => line.trim().split(/ {2,}/).slice(0, 9));
      assert.deepEqual(cells, [
        // 10 devices for 30 days, then for 365.
        ['2026-12-02', 'before the first phase (now)', '30', '1', '0', '1', '0', '300', '0'],
        ['2027-01-01', 'Pilot', '365', '1', '0', '1', '0', '3,650', '0'],
        ['2028-01-01', 'rollout', '182', '0', '0', '0', '0', '0', '0'],
        ['2028-07-01', 'rollout', '184', '0', '0', '0', '1', '0', '0'],
        // The last one has no end, so that nothing can be counted; what stands there are homes.
        ['2029-01-01', 'Done', '0', '0', '0', '0', '0', '0', '0'],
      ]);
      assert.deepEqual(lines.slice(9, -3), [
        'First day without a critical finding: 2028-01-01 (rollout).',
        '',
        'By 2027-01-01 (Pilot):',
        '  nothing changes',
        '',
        'By 2028-01-01 (rollout):',
        '  comes   count = 40 on component a, which was 10',
        '  comes   control sealed on component a',
        '  comes   component new',
        '  goes    component old',
        "  decided ● low Watch it: component 'new'",
        "  ends    ■ critical Seal it: component 'a'",
        "  ends    ◆ medium Seal it: component 'old'",
        '',
        'By 2028-07-01 (rollout):',
        "  begins  ● low Watch it: component 'new'",
        '',
        'By 2029-01-01 (Done):',
        '  comes   control watched on component new',
        "  ends    ● low Watch it: component 'new'",
        '',
        'Whatever is critical or high is ended by a phase or a decision.',
      ]);
    });
  });

  it('tells the same for programs and spreadsheets', async () => {
    await inFolder(files, async (folder) => {
      const json = await meterlint(['timeline', ...day, '--format', 'json', 'plan.meter'], folder);
      const told = toldOf(json.out);
      assert.deepEqual([told.firstDayWithoutCritical, told.criticalAgainFrom], ['2028-01-01', null]);
      assert.deepEqual(
        told.spans.map(({ from, until, deviceDays }) => [from, until, deviceDays['critical']]),
        [
          ['2026-12-02', '2027-01-01', 300],
          ['2027-01-01', '2028-01-01', 3650],
          ['2028-01-01', '2028-07-01', 0],
          ['2028-07-01', '2029-01-01', 0],
          ['2029-01-01', null, null],
        ],
      );
      const csv = await meterlint(['timeline', ...day, '--format', 'csv', 'plan.meter'], folder);
      const rows = csv.out.split('\r\n');
      assert.equal(rows[0], 'design,from,until,days,phase,counts,what,low,high,times days');
      assert.ok(rows.includes('plan,2027-01-01,2028-01-01,365,pilot,findings,critical,1,1,3650'));
      assert.ok(rows.includes('plan,2029-01-01,,,done,findings,low,0,0,'));
    });
  });

  it('is a page, a text for a wiki and a workbook to send', async () => {
    await inFolder(files, async (folder) => {
      const page = (await meterlint(['timeline', ...day, '--format', 'html', 'plan.meter'], folder)).out;
      assert.ok(page.includes('<strong>First day without a critical finding: 2028-01-01 (rollout).</strong>'));
      // A day in two lines is read as two.
      assert.ok(page.includes('<th scope="row" class="day">2028-07-01</th>'));
      const markdown = (await meterlint(['timeline', ...day, '--format', 'markdown', 'plan.meter'], folder)).out.split('\n');
      assert.equal(markdown[2], '**First day without a critical finding: 2028-01-01 (rollout).**');
      assert.ok(markdown.includes('## By 2028-07-01 (rollout)'));
      assert.ok(markdown.some((line) => line.startsWith('| 2027-01-01 | Pilot | 365 | 1 | 0 | 1 | 0 | 3,650 | 0 |')));
      const { code } = await meterlint(['timeline', ...day, '--format', 'xlsx', '--output', 'out.xlsx', 'plan.meter'], folder);
      assert.equal(code, 0);
      const sheets = await readWorkbook(readFileSync(path.join(folder, 'out.xlsx')), { trim: false });
      assert.deepEqual(
        sheets.map(({ sheet }) => sheet),
        ['Phases', 'By when'],
      );
      assert.deepEqual(sheets[0]!.data[2]!.slice(0, 10), ['plan', '2027-01-01', 'Pilot', 365, 1, 0, 1, 0, 3650, 0]);
      assert.deepEqual(
        sheets[1]!.data.slice(1, 4).map((row) => row.slice(1)),
        [
          ['2028-01-01', 'rollout', 'comes', 'count = 40 on component a, which was 10'],
          ['2028-01-01', 'rollout', 'comes', 'control sealed on component a'],
          ['2028-01-01', 'rollout', 'comes', 'component new'],
        ],
      );
    });
  });

  it('begins with the first phase where that is past, and knows which phase is now', async () => {
    await inFolder(files, async (folder) => {
      const late = await meterlint(['timeline', '--date', '2028-03-01', 'plan.meter'], folder);
      const rows = late.out.split('\n').filter((line) => /^20\d\d-/.test(line));
      assert.deepEqual(
        rows.map((line) => line.trim().split(/ {2,}/).slice(0, 2).join(' ')),
        ['2027-01-01 Pilot', '2028-01-01 rollout (now)', '2028-07-01 rollout', '2029-01-01 Done'],
      );
      assert.ok(late.out.includes('First day without a critical finding: 2028-03-01, the day of this review (rollout).'));
    });
  });

  it('reviews a day with what is there on it, as check does', async () => {
    await inFolder(files, async (folder) => {
      const open = async (date: string) => {
        const { out } = await meterlint(['check', '--date', date, '--format', 'csv', '--fail-on', 'none', 'plan.meter'], folder);
        return out.split('\r\n').slice(1, -1).length;
      };
      assert.deepEqual(
        await Promise.all(['2027-12-31', '2028-01-01', '2028-06-30', '2028-07-01', '2029-01-01'].map(open)),
        [2, 0, 0, 1, 0],
      );
    });
  });

  it('stands in the HTML report of a design with phases, and in no other', async () => {
    await inFolder({ ...files, 'plain.meter': 'design plain { profile p }\ncomponent b is thing\n' }, async (folder) => {
      const { code } = await meterlint(['check', ...day, '--format', 'html', '--fail-on', 'none', '--output', 'out.html', '.'], folder);
      assert.equal(code, 0);
      const page = readFileSync(path.join(folder, 'out.html'), 'utf8');
      assert.equal(page.split('<h2>From phase to phase</h2>').length, 2);
      assert.ok(page.includes('First day without a critical finding: 2028-01-01 (rollout).'));
      assert.ok(page.includes('<h3>By 2028-07-01 (rollout)</h3>'));
    });
  });

  it('says how phases are written where no design has any', async () => {
    await inFolder({ 'catalogue.meter': rules, 'plain.meter': 'design plain { profile p }\ncomponent a is thing\n' }, async (folder) => {
      const { code, out, err } = await meterlint(['timeline', ...day, 'plain.meter'], folder);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /no design has phases: write `phase NAME from DATE`/);
    });
  });
});
