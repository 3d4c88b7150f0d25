import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { inFolder, meterlint } from '../support/cli.js';

const rules = [
  'define control lid on component',
  'define control seal on component',
  'define component box',
  'define threat theft "Theft"',
  'define threat rain',
  'define threat frost',
  'define requirement shut "Lids" { severity high applies to component where is box needs lid mitigates theft, rain because "b" }',
  'define requirement sealed "Seals" { severity medium applies to component where is box needs seal mitigates theft because "b" }',
  'define requirement heated "Heat" { severity high applies to component where is box and count > 5 needs seal mitigates frost because "b" }',
  'define profile own { includes shut, sealed, heated }',
].join('\n');
const design = 'design d "Boxes" { profile own }\ncomponent a "First" is box { count = 2 control lid }\ncomponent b is box { count = 2 }\n';
const files = { 'rules.meter': rules, 'd.meter': design };

async function told(...args: readonly string[]): Promise<string> {
  return inFolder(files, async (folder) => {
    const { code, out, err } = await meterlint(['matrix', '--date', '2026-11-24', ...args, 'd.meter'], folder);
    assert.deepEqual([code, err], [0, '']);
    return out;
  });
}

describe('meterlint matrix', () => {
  it('tells threat by threat what is open on which element, the worst first', async () => {
    assert.deepEqual((await told()).split('\n').slice(0, -2), [
      'Boxes: threats by element, as of 2026-11-24',
      '2 threats: 2 high',
      '',
      'Theft (theft): high (2 of 2 elements)',
      '  ▲ high (2 of 2)    b: shut and sealed',
      '  ◆ medium (1 of 2)  First (a): sealed',
      '',
      'rain: high (1 of 2 elements)',
      '  ▲ high (1 of 1)  b: shut',
      '  ✓ met (1 of 1)   First (a)',
      '',
    ]);
  });

  it('tells which requirement works against which threat, and how it stands', async () => {
    assert.deepEqual((await told('--by', 'requirement-threat')).split('\n').slice(0, -2), [
      'Boxes: requirements by threat, as of 2026-11-24',
      '3 threats: 2 high, 1 with nothing missing or weak',
      '',
      'Theft (theft): high (2 of 2 requirements)',
      '  ▲ high (1 of 2)    Lids (shut): b',
      '  ◆ medium (2 of 2)  Seals (sealed): a and b',
      '',
      'rain: high (1 of 1 requirements)',
      '  ▲ high (1 of 2)  Lids (shut): b',
      '',
      'frost: not concerned',
      '  · not concerned  Heat (heated)',
      '',
    ]);
  });

  it('has a row for each cell as CSV', async () => {
    assert.deepEqual((await told('--format', 'csv', '--by', 'requirement-threat')).split('\r\n'), [
      'design,requirement,requirement title,threat,threat title,result,state,how many,of,elements',
      'd,shut,Lids,theft,Theft,high,missing,1,2,b',
      'd,shut,Lids,rain,,high,missing,1,2,b',
      'd,sealed,Seals,theft,Theft,medium,missing,2,2,a; b',
      'd,heated,Heat,frost,,not concerned,not applicable,0,0,',
      '',
    ]);
    assert.equal((await told('--format', 'csv')).split('\r\n')[2], 'd,a,First,rain,,met,met,1,1,shut');
  });

  it('has the same for programs', async () => {
    const { by, designs } = JSON.parse(await told('--format', 'json')) as { by: string; designs: readonly Record<string, unknown>[] };
    assert.equal(by, 'threat');
    assert.deepEqual(designs[0]!['threats'], [
      { threat: 'theft', title: 'Theft', state: 'missing', severity: 'high', elements: ['a', 'b'], of: 2 },
      { threat: 'rain', title: null, state: 'missing', severity: 'high', elements: ['b'], of: 2 },
    ]);
    assert.deepEqual((designs[0]!['lines'] as readonly unknown[])[0], {
      element: 'a',
      title: 'First',
      state: 'missing',
      severity: 'medium',
      requirements: ['sealed'],
      of: 2,
      threats: [
        { threat: 'theft', state: 'missing', severity: 'medium', requirements: ['sealed'], of: 2 },
        { threat: 'rain', state: 'met', severity: null, requirements: ['shut'], of: 1 },
      ],
    });
  });

  it('is a grid as Markdown, page and workbook', async () => {
    const markdown = (await told('--format', 'markdown', '--by', 'requirement-threat')).split('\n');
    assert.ok(markdown.includes('| Requirement | All in all | theft | rain | frost |'));
    assert.ok(markdown.includes('| Lids `shut` | ▲ high 1/2 | ▲ high 1/2 | ▲ high 1/2 |  |'));
    assert.ok(markdown.includes('| Heat `heated` | · not concerned |  |  | · not concerned |'));
    const page = (await told('--format', 'html')).replaceAll('\n', '');
    assert.ok(page.includes('<th scope="row">First <code>a</code></th><td class="medium">◆ 1<i>medium (1 of 2)</i></td>'), page);
    assert.ok(page.includes('<td class="met">✓<i>met (1 of 1)</i></td>'));
    await inFolder(files, async (folder) => {
      const { code } = await meterlint(
        ['matrix', '--by', 'requirement-threat', '--format', 'xlsx', '--output', 'm.xlsx', 'd.meter'],
        folder,
      );
      assert.equal(code, 0);
      const [sheet] = await readWorkbook(readFileSync(path.join(folder, 'm.xlsx')), { trim: false });
      assert.equal(sheet!.sheet, 'Requirements by threat');
      assert.deepEqual(sheet!.data.slice(0, 4), [
        ['Design', 'Requirement', 'Title', 'All in all', 'theft', 'rain', 'frost'],
        ['d', 'shut', 'Lids', 'high (1 of 2)', 'high (1 of 2)', 'high (1 of 2)', null],
        ['d', 'sealed', 'Seals', 'medium (2 of 2)', 'medium (2 of 2)', null, null],
        ['d', 'heated', 'Heat', 'not concerned', null, null, 'not concerned'],
      ]);
    });
  });
});
