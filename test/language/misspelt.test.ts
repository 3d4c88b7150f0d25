import assert from 'node:assert/strict';
import { applied } from '../support/fixed.js';
import { createWorkspace } from '../support/workspace.js';

/** Each word that statements begin with, a slip away from itself, in a line that would be right without it. */
const slips: readonly (readonly [word: string, slip: string, rest: string])[] = [
  ['import', 'inport', '"b.meter"'],
  ['zone', 'zon', 'yard is back-office'],
  ['component', 'compnent', 'pump "Pump" is head-end in field {\n  count = 2\n}'],
  ['data', 'dta', 'index is tariff'],
  ['link', 'lnik', 'wire: hes -> hes over lte'],
  ['flow', 'flows', 'order: hes -> hes'],
  ['accept', 'acept', 'priv-minimise on hes because "b" by "c" until 2027-06-30'],
  ['exclude', 'exlude', 'priv-minimise on hes because "b" by "c"'],
  ['define', 'defin', 'component box is head-end'],
  ['cite', 'citee', 'nistir-7628 "SG.AC-1" for priv-minimise'],
];
const above = ['design town "Town"', 'zone field is public-place', 'component hes is head-end in field'];

describe('a statement whose first word is misspelt', () => {
  it('is told with the word that was meant, each of many in a file, and the repairs leave none', async () => {
    const workspace = await createWorkspace({ 'b.meter': '' });
    const lines = [...above, ...slips.map(([, slip, rest]) => `${slip} ${rest}`)];
    const text = `${lines.join('\n')}\n`;
    await workspace.update('a.meter', text);
    const told = () => workspace.mistakes('a.meter').filter(({ code }) => code === 'syntax-error');
    assert.deepEqual(
      told().map(({ message }) => message),
      slips.map(([word, slip]) => `'${slip}' cannot start a statement here. Did you mean '${word}'?`),
    );
    assert.deepEqual(
      told().map(({ range: { startLine } }) => text.split('\n')[startLine]),
      slips.map(([, slip, rest]) => `${slip} ${rest.split('\n')[0]!}`),
    );
    const edits = told().flatMap(({ repairs }) => repairs?.[0]?.edits ?? []);
    assert.equal(edits.length, slips.length);
    await workspace.update('a.meter', applied(text, { edits }));
    assert.deepEqual(told(), []);
  });

  it('is read as it was meant: nothing else is wrong for it', async () => {
    const workspace = await createWorkspace({
      'a.meter': ['design d', 'zon yard is back-office', 'compnent pump is head-end in yard {', '  count = 2', '}'].join('\n'),
    });
    assert.deepEqual(
      workspace
        .mistakes('a.meter')
        .filter(({ severity }) => severity === 'error')
        .map(({ range }) => range.startLine),
      [1, 2],
    );
  });

  it('is told of as what it is where no word is near, and a line of a body stays one, however it is indented', async () => {
    const workspace = await createWorkspace({ 'a.meter': 'design d\nzone a is back-office\nwibble x is head-end\nwobble y is head-end\n' });
    assert.deepEqual(
      workspace
        .mistakes('a.meter')
        .filter(({ severity }) => severity === 'error')
        .map(({ message, range }) => [range.startLine, message.split('.')[0]]),
      [
        [2, "'wibble' cannot start a statement here"],
        [3, "'wobble' cannot start a statement here"],
      ],
    );
    await workspace.update('a.meter', 'design d\ncomponent x is head-end {\nzon y is back-office\ncount = 2\n}\n');
    const wrong = workspace.mistakes('a.meter').filter(({ code }) => code === 'syntax-error');
    assert.deepEqual(
      wrong.map(({ range }) => range.startLine),
      [2],
    );
    assert.doesNotMatch(wrong[0]!.message, /Did you mean/);
  });
});
