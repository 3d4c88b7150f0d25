import assert from 'node:assert/strict';
import { ringsFrom } from '../../language/wellformed/rings.js';

const sorted = (rings: readonly (readonly string[])[]) => rings.map((ring) => [...ring].sort().join(' ')).sort();

/** By what the word means: two names are in one ring where each leads to the other. */
function byMeaning(steps: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = (start: string) => {
    const found = new Set<string>();
    const open = [...(steps.get(start) ?? [])];
    for (const name of open) {
      if (found.has(name)) continue;
      found.add(name);
      open.push(...(steps.get(name) ?? []));
    }
    return found;
  };
  const ways = new Map([...steps.keys()].map((name) => [name, reached(name)]));
  const rings = [...steps.keys()].flatMap((name) => {
    const ring = [...steps.keys()].filter((other) => ways.get(name)!.has(other) && ways.get(other)!.has(name));
    return ring.length === 0 ? [] : [ring.sort().join(' ')];
  });
  return [...new Set(rings)].sort();
}

describe('rings of names', () => {
  it('are those that lead back to themselves, in 500 small graphs', () => {
    let seed = 20261130;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 0; round < 500; round++) {
      const names = Array.from({ length: 1 + random(7) }, (_, at) => `n${at}`);
      const steps = new Map(names.map((name) => [name, names.filter(() => random(4) === 0)]));
      assert.deepEqual(sorted(ringsFrom(names, (name) => steps.get(name) ?? [])), byMeaning(steps), JSON.stringify([...steps]));
    }
  });

  it('are found by as many steps as there are, however long a chain is', () => {
    const length = 50_000;
    let asked = 0;
    const next = (name: string) => {
      asked++;
      const at = Number(name.slice(1));
      return at + 1 < length ? [`n${at + 1}`] : [];
    };
    assert.deepEqual(
      ringsFrom(
        Array.from({ length }, (_, at) => `n${at}`),
        next,
      ),
      [],
    );
    assert.ok(asked <= 2 * length, `asked ${asked} times`);
  });
});
