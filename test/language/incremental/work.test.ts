import assert from 'node:assert/strict';
import { largeDesign } from '../../../bench/design.js';
import { GuardedParser } from '../../../language/parsing/guard.js';
import { createContainer } from '../../../workspace/container.js';
import { EditedWorkspace } from './workspace.js';

const count = 300;
const statement = (index: number): string => `component c${index} is relay in home {\n  note "of ${index}" /* a */\n}\n`;
const whole = Array.from({ length: count }, (_, index) => statement(index)).join('');

/** How many statements are read for an edit of the middle of the text: what stands there is replaced. */
function readFor(replaced: string, by: string, text = whole): number | undefined {
  const parser = new GuardedParser(createContainer().meter);
  const at = text.indexOf(replaced);
  assert.ok(at > 0 && text.indexOf(replaced, at + 1) < 0, `'${replaced}' stands there once`);
  const before = parser.parse(text);
  return parser.reread(before, text.slice(0, at) + by + text.slice(at + replaced.length))?.read;
}

/** Three statements before the one that is edited, and three behind it. What is put before a statement counts as behind the one above. */
const around = 7;

describe('the work for an edit', function () {
  this.timeout(60_000);
  for (const [what, replaced, by, read] of [
    ['a letter in a body', 'of 150"', 'of  150"', around],
    ['a letter in a name', 'component c150 ', 'component cc150 ', around],
    ['a new statement', 'component c150 ', 'zone z is home\ncomponent c150 ', around + 2],
    ['a statement less', statement(150), '', around],
    ['a line end', 'component c150 ', '\ncomponent c150 ', around + 1],
    ['a brace that is gone', 'c150 is relay in home {', 'c150 is relay in home', around],
    ['a quote that is gone', 'of 150"', 'of 150', around],
    ['a stray word', 'component c150 ', 'nobody component c150 ', around],
    ['half a statement', 'component c150 ', 'component\ncomponent c150 ', around + 1],
  ] as const) {
    it(`is to read the statements around it: ${what}`, () => {
      assert.equal(readFor(replaced, by), read);
    });
  }

  it('is to read up to where a comment ends that now begins', () => {
    assert.equal(readFor('component c150 ', '/* component c150 '), around);
  });
});

/** Of an edit of one meter in a design of so many components: what is read into the model, and how often checks look at a statement. */
async function workFor(size: number): Promise<{ readonly read: number; readonly looked: number }> {
  const text = largeDesign(size);
  const workspace = await EditedWorkspace.with({ 'large.meter': text });
  const before = workspace.work();
  const edited = text.replace(
    'component meter1 is smart-meter in home { count = 100 ',
    'component meter1 is smart-meter in home { count = 90 ',
  );
  assert.notEqual(edited, text);
  await workspace.edit('large.meter', edited);
  const after = workspace.work();
  return { read: after.read - before.read, looked: after.looked - before.looked };
}

describe('what follows from an edit of a meter', function () {
  this.timeout(60_000);

  it('is read and checked for the statements around it alone, however many there are', async () => {
    const small = await workFor(40);
    // New nodes are the meter and the three statements before it; the three behind it are read to see that they are as they were.
    const fresh = 4;
    assert.equal(small.read, fresh);
    // Six checks look at each of these once: clauses, dates, settings, uses, mechanisms that exclude each other, what nobody reads. At nothing else,
    // where they have nothing to tell.
    assert.equal(small.looked, 6 * fresh);
    assert.deepEqual(await workFor(400), small);
  });
});
