import assert from 'node:assert/strict';
import { allKinds, kindsOf, reviewKinds, wrongInKind, type ReviewedKind } from './kinds.js';

/** As many lines as a reader takes in before the rest. */
const first = 5;

describe('kinds of faults', () => {
  const kinds = allKinds();
  let reviewed: readonly ReviewedKind[];

  before(async () => {
    reviewed = await reviewKinds(kinds);
  });

  it('are many, each with a title of its own, and each asks something', () => {
    const titles = kinds.map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title, at) => titles.indexOf(title) !== at),
      [],
    );
    assert.ok(kinds.filter(({ tells, told }) => tells.length + told.length > 0).length >= 120);
    assert.deepEqual(
      kinds.flatMap(({ tells, told, never, title }) => (tells.length + told.length + never.length === 0 ? [title] : [])),
      [],
    );
  });

  for (const [at, kind] of kinds.entries()) {
    const file = kind.file.replace(/\.kinds$/, '');
    it(`${file}: ${kind.title}`, () => {
      assert.deepEqual(wrongInKind(reviewed[at]!, first), []);
    });
  }
});

describe('a file of kinds', () => {
  const text = 'design d\n=== one\ntells a on x high\nnever b\nlink x: y\n- link z: y over http\n+ link z: y over tls\n';

  it('gives each side the lines that are its own, and what begins every design', () => {
    const [one] = kindsOf('f.kinds', text);
    assert.deepEqual([one!.title, one!.tells, one!.told, one!.never], ['one', ['a on x high'], [], ['b']]);
    assert.deepEqual(one!.wrong.split('\n').filter(Boolean), ['design d', 'link x: y', 'link z: y over http']);
    assert.deepEqual(one!.right.split('\n').filter(Boolean), ['design d', 'link x: y', 'link z: y over tls']);
  });
});
