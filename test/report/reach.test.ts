import assert from 'node:assert/strict';
import { reachCsv } from '../../report/reach/csv.js';
import { reachJson } from '../../report/reach/json.js';
import readWorkbook from 'read-excel-file/node';
import { reachForms } from '../../report/reach/forms.js';
import { reachText } from '../../report/reach/text.js';
import { waysText } from '../../report/reach/ways.js';
import type { Assessment } from '../../review/index.js';
import { reviewOf } from '../support/reviewed.js';

/** Two homes of which one lamp is switched by whoever opens the box that serves both; a lock ends it. */
const catalogue = [
  'define control locked-box "Locked" on component',
  'define component lamp "Lamp"',
  'define component lamp-box "Box"',
  'define threat lamps-out "Out" { leads to darkness }',
  'define harm darkness "Darkness" { counts switching of lamp }',
  'define step box-opened "Box is opened" on component where is lamp-box { to control of component unless locked-box leads to lamps-out effort low }',
  'define step box-switches "Box switches lamps" on link where some end is lamp { from control of end that is lamp-box to switching of end that is lamp leads to lamps-out effort low }',
];
const design = (box: string) => [
  'design d "Two lamps"',
  'component lamps is lamp { count = 1200 }',
  `component box is lamp-box { count = 1 ${box} }`,
  'link wire: box -> lamps',
];

async function assessments(box = ''): Promise<readonly Assessment[]> {
  const { assessments: found } = await reviewOf({ 'rules.meter': catalogue.join('\n'), 'd.meter': design(box).join('\n') }, '2026-11-24');
  return found.filter(({ architecture }) => architecture.design.name === 'd');
}

describe('what is told of how far an attacker gets', () => {
  it('begins with a sentence for each harm, and goes on with a table by position', async () => {
    const text = reachText(await assessments());
    assert.ok(text.startsWith('Two lamps: how far an attacker gets, as of 2026-11-24\n'));
    assert.ok(
      text.includes(
        [
          'Darkness: 1,200 homes switched by one attacker, from box; one way in all. 1 measure closes it.',
          '  The cheapest: Box is opened (box) > Box switches lamps (wire)',
          '  - locked-box on box',
          '',
        ].join('\n'),
      ),
      text,
    );
    assert.match(text, /^position +switched +falsified +read$/m);
    assert.match(text, /^every box +1,200 +0 +0$/m);
    assert.match(text, /^one lamps +0 +0 +0$/m);
  });

  it('is a page, a text for a wiki, and a workbook', async () => {
    const told = await assessments();
    const page = reachForms.html(told, '1.0.0');
    for (const part of [
      '<h1>Two lamps</h1>',
      '<strong>Darkness</strong><br />1,200 homes switched by one attacker, from box; one way in all. 1 measure closes it.</li>',
      '<td>Box is opened (box) › Box switches lamps (wire)</td>',
      '<td>locked-box on box</td>',
    ]) {
      assert.ok(page.includes(part), `${part} in ${page}`);
    }
    const text = reachForms.markdown(told);
    assert.ok(text.startsWith('# Two lamps: how far an attacker gets, as of 2026-11-24\n\n## '), text);
    assert.equal(
      text.slice(text.indexOf('## Darkness')).split('\n').slice(0, 12).join('\n'),
      [
        '## Darkness',
        '',
        '1,200 homes switched by one attacker, from box; one way in all. 1 measure closes it.',
        '',
        '- locked-box on box',
        '',
        '1. 1,200: Box is opened (box), Box switches lamps (wire)',
        '',
        '## By position',
        '',
        '| Position | Switched | Falsified | Read | Why no more |',
        '| --- | --- | --- | --- | --- |',
      ].join('\n'),
    );
    const sheets = await readWorkbook(Buffer.from(reachForms.xlsx(told)), { trim: false });
    const rows = new Map(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map(String))]));
    assert.deepEqual(
      rows.get('Reach')!.filter((row) => row[1] === 'every box'),
      [['d', 'every box', '1,200', '0', '0', 'null']],
    );
    assert.deepEqual(
      rows.get('Ways')!.filter((row) => row[1] === 'Darkness'),
      [
        ['d', 'Darkness', 'measure', 'null', 'locked-box on box', 'null'],
        ['d', 'Darkness', 'way', '1,200 homes switched', 'Box is opened (box) > Box switches lamps (wire)', 'locked-box on box'],
      ],
    );
  });

  it('says that no way is known where a control ends all of them', async () => {
    assert.ok(reachText(await assessments('control locked-box')).includes('Darkness: no way is known that leads to more than one home.\n'));
  });

  it('tells each way with what stops its steps, and the measures that close all', async () => {
    assert.equal(
      waysText(await assessments(), 'darkness', 5),
      [
        'Two lamps',
        '',
        'Darkness: 1,200 homes switched by one attacker, from box; one way in all.',
        '  1. 1,200 homes switched by this way',
        '     Box is opened (box)',
        '       stopped by locked-box on box',
        '     Box switches lamps (wire)',
        '',
        '1 measure closes it.',
        '  - locked-box on box',
        '',
      ].join('\n'),
    );
  });

  /** Two kinds of lamps behind one box: each of its two ways leads to some of them, and whoever has the box to all. */
  it('counts of a harm what the table counts of its worst beginning, and of a way what is done by it', async () => {
    const two = [...design(''), 'component lanterns is lamp { count = 300 }', 'link cord: box -> lanterns'];
    const { assessments: found } = await reviewOf({ 'rules.meter': catalogue.join('\n'), 'd.meter': two.join('\n') }, '2026-11-24');
    const told = found.filter(({ architecture }) => architecture.design.name === 'd');
    const text = reachText(told);
    assert.ok(
      text.includes('Darkness: 1,500 homes switched by one attacker, from box; 2 ways in all. 1 measure closes all 2 ways.\n'),
      text,
    );
    assert.match(text, /^every box +1,500 +0 +0$/m);
    const ways = waysText(told, 'darkness', 5);
    assert.ok(ways.includes('  1. 1,200 homes switched by this way\n') && ways.includes('  2. 300 homes switched by this way\n'), ways);
  });

  it('is the same for programs', async () => {
    const { version, designs } = JSON.parse(reachJson(await assessments())) as { version: number; designs: Record<string, unknown>[] };
    assert.equal(version, 1);
    const [told] = designs;
    assert.deepEqual(
      (told!['harms'] as { harm: string }[]).find(({ harm }) => harm === 'darkness'),
      {
        harm: 'darkness',
        counts: 'switching',
        worst: { from: { step: 'box-opened', element: 'box', sure: true }, low: 1200, high: 1200 },
        ways: [
          {
            steps: [
              { step: 'box-opened', element: 'box', sure: true },
              { step: 'box-switches', element: 'wire', sure: true },
            ],
            low: 1200,
            high: 1200,
            sure: true,
            canBeEnded: true,
            effort: 2,
          },
        ],
        cut: [{ element: 'box', measure: 'locked-box' }],
        cutAtLeast: 1,
      },
    );
    const rows = reachCsv(await assessments()).split('\r\n');
    assert.equal(rows[0], 'design,element,elementKind,extent,counts,low,high,way,boundedBy,heldBy');
    assert.ok(rows.includes('d,box,component,every,switching,1200,1200,box-switches on wire,,'));
  });
});
