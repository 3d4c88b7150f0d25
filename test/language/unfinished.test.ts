import { isOpen } from '../../language/semantics/index.js';
import assert from 'node:assert/strict';
import type { Model } from '../../language/generated/ast.js';
import { review } from '../../review/review.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

const above = [
  'design town { profile x1332 }',
  'zone homes is customer-premises',
  'zone edge is head-end-dmz',
  'data values is interval-consumption',
  'component meter is smart-meter in homes',
  'component hes is head-end in edge',
  'link radio: meter <-> hes over lte',
];
const below = ['flow daily is scheduled-reading: meter -> hes carries values', 'component desk is operator'];
const declared = ['homes', 'edge', 'values', 'meter', 'hes', 'radio'];

const forms = {
  zone: 'zone NAME "Title" is KIND in ZONE run by PARTY { ... }',
  component: 'component NAME "Title" is KIND in ZONE run by PARTY { ... }',
  data: 'data NAME "Title" is CLASS { ... }',
  link: 'link NAME "Title": A <-> B in ZONE over MECHANISM carries DATA opened by COMPONENT { ... }',
  flow: 'flow NAME "Title" is SERVICE: A -> B -> C carries DATA over MECHANISM from A to C via LINK { ... }',
  accept: 'accept REQUIREMENT on ELEMENT until 2027-06-30 because "..." by "..."',
  control: 'control CONTROL by MECHANISM planned for 2027-06-30 evidence "..."',
};

/** The unfinished line, what is missing behind which word, the form, and what it declares all the same. */
const unfinished: readonly (readonly [line: string, word: string, missing: string, form: string, name?: string])[] = [
  ['zone yard is', "'is'", 'the kind', forms.zone, 'yard'],
  ['component pump is', "'is'", 'the kind', forms.component, 'pump'],
  ['component pump is smart-meter in', "'in'", 'the zone', forms.component, 'pump'],
  ['link wire', "'wire'", "':' and the components that it joins", forms.link, 'wire'],
  ['link wire:', "':'", 'the components that it joins, such as A <-> B', forms.link, 'wire'],
  ['link wire: meter', "'meter'", "'->' or '<->'", forms.link, 'wire'],
  ['link wire: meter <->', "'<->'", 'the component at the other end', forms.link, 'wire'],
  ['link wire: meter <-> hes over', "'over'", 'the name of a protocol or another mechanism', forms.link, 'wire'],
  ['link wire: meter <-> hes over lte,', 'the comma', 'another name. Add it, or take the comma away', forms.link, 'wire'],
  ['flow order: hes ->', "'->'", 'the component to which it goes', forms.flow, 'order'],
  ['flow order: hes -> meter carries', "'carries'", 'the name of the data', forms.flow, 'order'],
  ['flow order: hes -> meter over', "'over'", 'the name of a protocol or another mechanism', forms.flow, 'order'],
  ['accept priv-minimise on', "'on'", 'the elements that it is about', forms.accept],
  ['accept priv-minimise on values until', "'until'", 'the last day, such as 2027-06-30', forms.accept],
  ['accept priv-minimise on values because', "'because'", 'the reason in quotes', forms.accept],
  ['data index is', "'is'", 'the class of data', forms.data, 'index'],
  ['component pump is smart-meter { uses', "'uses'", 'the name of a mechanism', 'uses MECHANISM, MECHANISM', 'pump'],
  ['component pump is smart-meter { control', "'control'", 'the name of a control', forms.control, 'pump'],
  ['component pump is smart-meter { count =', "'='", 'the value', 'ATTRIBUTE = VALUE', 'pump'],
  ['import', "'import'", 'the path of a file in quotes', 'import "path.meter"'],
  ['define', "'define'", 'what it defines, such as component, control or mechanism', 'define component NAME'],
  ['zone', "'zone'", 'the name of the zone', forms.zone],
  ['component', "'component'", 'the name of the component', forms.component],
  ['flow', "'flow'", 'the name of the flow', forms.flow],
  ['cite', "'cite'", 'the name of a standard', 'cite STANDARD "CLAUSE" for REQUIREMENT'],
  ['exclude priv-minimise', "'priv-minimise'", "'on' and the elements that it is about", 'exclude REQUIREMENT on ELEMENT'],
  ['accept priv-minimise on values because "asked for" by', "'by'", 'who decided, in quotes', forms.accept],
  ['component pump is smart-meter run', "'run'", "'by' and the party", forms.component, 'pump'],
  ['component pump { control secure-boot planned for', "'for'", 'the day, such as 2027-06-30', forms.control, 'pump'],
];

/** What the review finds of all but some elements, a line each. */
function findingsWithout(workspace: Workspace, ...names: readonly (string | undefined)[]): string[] {
  const [architecture] = workspace.shared.meter.Designs.all();
  return review(architecture!, '2026-11-24')
    .results.filter(({ state, element }) => isOpen(state) && !names.includes(element))
    .map(({ requirement, element, state }) => `${requirement} ${element} ${state}`)
    .sort();
}

describe('an unfinished line', () => {
  let workspace: Workspace;
  let whole: string[];

  before(async () => {
    workspace = await createWorkspace({ 'a.meter': [...above, ...below].join('\n') });
    // Organisations and the whole design are asked about all components, also those that are being written.
    whole = findingsWithout(workspace, 'town');
    assert.ok(whole.includes('priv-minimise values missing'));
    assert.ok(whole.includes('comm-integrity radio missing'));
  });

  for (const [line, word, missing, form, name] of unfinished) {
    it(`'${line}' is told at its end, and all other lines stay in the review`, async () => {
      await workspace.update('a.meter', [...above, line, ...below].join('\n'));
      const document = workspace.document('a.meter');
      const errors = workspace.mistakes('a.meter').filter(({ severity }) => severity === 'error');
      assert.equal(errors.length, 1, errors.map(({ message }) => message).join('\n'));
      const [{ message, range, code }] = errors as [(typeof errors)[number]];
      const { startLine, startColumn, endLine, endColumn } = range;
      assert.deepEqual(
        [code, startLine, startColumn, endLine, endColumn],
        ['syntax-error', above.length, line.length, above.length, line.length],
      );
      const expected = `This line is not finished. Missing after ${word}: ${missing}. Form: ${form}`;
      assert.equal(message.slice(0, expected.length), expected);
      const model = document.parseResult.value as Model;
      const names = model.elements.flatMap((element) => ('name' in element ? [element.name] : []));
      assert.deepEqual(names, [...declared, ...(name === undefined ? [] : [name]), 'daily', 'desk']);
      assert.deepEqual(findingsWithout(workspace, 'town', name), whole);
    });
  }

  it('without the name of the design leaves the design in the review', async () => {
    await workspace.update('a.meter', ['design', ...above.slice(1), ...below].join('\n'));
    const errors = workspace.mistakes('a.meter').filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ message, range }) => [message, range.startLine, range.startColumn]),
      [
        [
          'This line is not finished. Missing after \'design\': the name of the design. Form: design NAME "Title" run by PARTY { version "1.0" profile PROFILE }',
          0,
          6,
        ],
      ],
    );
    assert.deepEqual(findingsWithout(workspace, 'unnamed'), whole);
    assert.ok(!findingsWithout(workspace).join().includes('undefined'));
  });

  it('names nothing undefined', async () => {
    const words = ['import', 'design', 'zone', 'component', 'data', 'link', 'flow', 'accept', 'exclude', 'define', 'cite'];
    for (const word of [
      ...words,
      ...['component', 'zone', 'control', 'mechanism', 'requirement', 'profile'].map((one) => `define ${one}`),
    ]) {
      for (const rest of ['', ' {', ' { }', ' "Title"', ':']) {
        await workspace.update('a.meter', [...above.slice(1), `${word}${rest}`, ...below].join('\n'));
        const told = workspace.mistakes('a.meter').map(({ message }) => message);
        assert.deepEqual(
          [...told, ...findingsWithout(workspace)].filter((text) => text.includes('undefined')),
          [],
          `${word}${rest}`,
        );
      }
    }
  });

  it('in a body leaves the other lines of the body', async () => {
    const body = [
      'component pump is smart-meter in homes {',
      '    count = 3',
      '    uses',
      '    control secure-boot',
      '    retention =',
      '    note "x"',
      '}',
    ];
    await workspace.update('a.meter', [...above, ...body, ...below].join('\n'));
    const document = workspace.document('a.meter');
    const errors = workspace
      .mistakes('a.meter')
      .flatMap(({ severity, range }) => (severity === 'error' ? [[range.startLine, range.startColumn]] : []));
    assert.deepEqual(errors, [
      [9, 8],
      [11, 15],
    ]);
    const pump = (document.parseResult.value as Model).elements.find((one) => 'name' in one && one.name === 'pump');
    assert.deepEqual(pump !== undefined && 'body' in pump ? pump.body.map(({ $type }) => $type) : [], [
      'Setting',
      'MechanismUse',
      'ControlUse',
      'Setting',
      'Note',
    ]);
  });
});

describe('a name that is spelled like the word of a statement', () => {
  const text = [
    'design town { profile x1332 }',
    'component flow is smart-meter',
    'component data is head-end',
    'component link is data-concentrator',
    'link wire: flow, link <->',
    'data',
    '    over lte,',
    '    tls-1.3',
    'flow source is scheduled-reading: flow ->',
    '    link ->',
    'data',
    '    carries',
    '    zone',
    'data zone is interval-consumption',
    'link more: flow <-> link',
  ].join('\n');

  it('goes on with the line above where it can begin nothing', async () => {
    const document = (await createWorkspace({ 'a.meter': text })).document('a.meter');
    assert.deepEqual(document.parseResult.parserErrors, []);
    assert.deepEqual(
      (document.parseResult.value as Model).elements.map((one) => ('name' in one ? `${one.$type} ${one.name}` : one.$type)),
      ['Component flow', 'Component data', 'Component link', 'Link wire', 'Flow source', 'Data zone', 'Link more'],
    );
  });
});
