import assert from 'node:assert/strict';
import type { LeafCstNode } from 'langium';
import { ColourRoles } from '../../../server/colours/roles.js';
import { encodedWordsOf } from '../../../server/colours/tokens.js';
import { createWorkspace } from '../../support/workspace.js';

/** Comments before, within, behind and between statements, a statement over lines, one that is unfinished, and no line end at the end. */
const design = `/* before
   all */ design town "Town" { /** within
  a head */ profile x1332 } // behind

zone home is customer-premises component meter is smart-meter
  in home { // first
  stores /* a
b */ reads uses
}
data reads is interval-consumption
flow half: meter ->
/* open at
the end */`;

const counted = ['a', 'b', 'c'].map((name) => `component ${name} is relay\n`).join('');

async function reader(text: string) {
  const workspace = await createWorkspace({ 'a.meter': text });
  const context = { builtIn: false, catalogue: workspace.shared.meter.Designs.catalogue(), sortOf: () => 'Requirement' };
  const roles = new ColourRoles(context);
  const asked: LeafCstNode[] = [];
  const of = (range?: readonly [number, number]) => {
    asked.length = 0;
    const data = encodedWordsOf(
      workspace.document('a.meter'),
      (leaf) => {
        asked.push(leaf);
        return roles.of(leaf);
      },
      ({ type, modifiers }) => ({ type: type.length, modifiers: modifiers.length }),
      { namesOnly: false, range: range && { start: { line: range[0], character: 0 }, end: { line: range[1], character: 0 } } },
    );
    return placed(data);
  };
  return { of, asked };
}

/** The words of an answer with their own places, as `line:character`. */
function placed(data: readonly number[]): { readonly line: number; readonly word: string }[] {
  const words = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, ...rest] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    words.push({ line, word: `${line}:${character} ${rest.join(' ')}` });
  }
  return words;
}

for (const [name, end] of Object.entries({ LF: '\n', CRLF: '\r\n' })) {
  describe(`colours of some lines (${name})`, () => {
    it('are those that the whole file has there, whatever the lines', async () => {
      const { of } = await reader(design.replaceAll('\n', end));
      const all = of();
      const last = design.split('\n').length - 1;
      assert.deepEqual([...new Set(all.map(({ line }) => line))], [0, 1, 2, 4, 5, 6, 7, 9, 10, 11, 12]);
      for (let from = 0; from <= last; from++) {
        for (let to = from; to <= last; to++) {
          const within = ({ line }: { line: number }) => line >= from && line <= to;
          assert.deepEqual(of([from, to]).filter(within), all.filter(within), `lines ${from} to ${to}`);
        }
      }
    });
  });
}

describe('the work for colours', () => {
  it('is one look at each word of the lines that are asked for', async () => {
    const { of, asked } = await reader(counted.repeat(200));
    of();
    assert.equal(asked.length, 200 * 3 * 4);
    of([300, 304]);
    assert.equal(asked.length, 5 * 4);
  });

  it('finds each name of a long list at once', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `n${index}`);
    const { of, asked } = await reader(`define profile own { includes ${names.join(', ')} }\n`);
    of();
    const list = (asked.find(({ text }) => text === 'n0')!.astNode as unknown as { includes: object[] }).includes;
    let looks = 0;
    for (const one of list) {
      const { $refNode: node } = one as { $refNode: object };
      Object.defineProperty(one, '$refNode', { get: () => (looks++, node) });
    }
    assert.equal(of().length, names.length + 4);
    assert.equal(looks, names.length);
  });
});
