import assert from 'node:assert/strict';
import { leafKey, type Gap } from '../../review/index.js';
import { mostSteps, walks, type Walk } from './add-one.js';
import { authorOnly, leftIn, unsayable } from './left.js';

/** `key-unique, 2 log-protect` */
function counted(requirements: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of requirements) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count > 1 ? `${count} ${name}` : name)).join(', ');
}

/** Whether controls alone can close a gap. */
function isClosedByControls(gap: Gap, limited: ReadonlySet<string>): boolean {
  if (gap.kind === 'control') return !limited.has(leafKey(gap));
  if (gap.kind === 'condition') return false;
  const isClosed = (part: Gap) => isClosedByControls(part, limited);
  return gap.kind === 'and' ? gap.gaps.every(isClosed) : gap.gaps.some(isClosed);
}

/** Whether controls alone can close a part that has to be closed. */
function hasControlToAdd(gap: Gap, limited: ReadonlySet<string>): boolean {
  return isClosedByControls(gap, limited) || (gap.kind === 'and' && gap.gaps.some((part) => hasControlToAdd(part, limited)));
}

describe('a weak design whose preferred fixes are taken one after the other', () => {
  let all: readonly Walk[];

  before(async () => {
    all = await walks();
  });

  it('is well written after each step, each fix closes what it says, and no text comes back', () => {
    assert.deepEqual(
      all.flatMap(({ design, faults }) => faults.map((fault) => `${design}: ${fault}`)),
      [],
    );
  });

  it('ends', () => {
    for (const { design, findings, steps } of all) assert.ok(steps < mostSteps(findings), `${design} takes ${steps} steps and more`);
  });

  it('keeps of what controls close only what people are asked about', () => {
    for (const { design, open, asked, limited } of all) {
      const closable = open.filter(({ state, gaps }) => state !== 'planned' && hasControlToAdd(gaps, limited)).map(({ id }) => id);
      assert.deepEqual(
        closable.filter((id) => !asked.has(id)),
        [],
        design,
      );
    }
  });

  it('keeps only what its author has to state, once people have answered', () => {
    assert.deepEqual(
      Object.fromEntries(all.filter(({ left }) => left.length > 0).map(({ design, left }) => [design, counted(left)])),
      leftIn,
    );
    assert.deepEqual([...new Set(all.flatMap(({ left }) => left))].sort(), Object.keys(authorOnly));
  });

  it('is clean once the first value, placement or layer that is offered is taken, too, but for what no text can be offered for', () => {
    assert.deepEqual([...new Set(all.flatMap(({ unsaid }) => unsaid))].sort(), Object.keys(unsayable));
  });
});
