import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/workspace.js';
import { expectedCases, wrongIn, type ExpectedCase } from './expected.js';

// First drafts of networks all over the world, by people who had seen the words of the language and no rule, five by an author who knows the rules. Each has five faults that were
// written down before its first review; `docs/accuracy.md` tells how that went. What was missed or told in part only stands there, too.
const folder = 'test/accuracy/drawn';
const perDesign = 5;

describe('networks that others drew', () => {
  let cases: readonly ExpectedCase[];

  before(async function () {
    cases = await expectedCases(folder, '2026-11-30');
  });

  const textOf = (file: string) => readFileSync(path.join(root, folder, file), 'utf8');
  const countIn = (text: string, line: RegExp) => text.split('\n').filter((one) => line.test(one)).length;

  it('are read without an error', () => {
    assert.equal(cases.length, 62);
    assert.deepEqual(
      cases.flatMap(({ mistakes }) => mistakes),
      [],
    );
  });

  it('have five faults each, every one with what tells it, or with the word that nothing does', () => {
    for (const { file } of cases) {
      const text = textOf(file);
      assert.equal(countIn(text, /^\/\/ fault /), perDesign, file);
      assert.equal(countIn(text, /^\/\/ (expect \S+ on \S+|the same finding tells it|partly|missed)$/), perDesign, file);
    }
  });

  it('are reported with the faults that are found, and without what graders called wrong and was repaired', () => {
    assert.deepEqual(cases.flatMap(wrongIn), []);
  });

  it('are counted in the documentation as they stand here', () => {
    const text = readFileSync(path.join(root, 'docs/accuracy.md'), 'utf8');
    for (const { file } of cases) {
      const name = path.basename(file, '.meter');
      const own = textOf(file);
      const found = countIn(own, /^\/\/ (expect \S+ on \S+|the same finding tells it)$/);
      const [, now] = new RegExp(`^\\| \`${name}\` .*\\| (\\d) +\\|$`, 'm').exec(text) ?? assert.fail(`${name} has no row`);
      assert.equal(Number(now), found, name);
    }
  });
});
