import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { largeDesign } from '../../bench/design.js';
import { formats } from '../../report/formats/index.js';
import { jsonPieces, jsonText } from '../../report/formats/json-text.js';
import { tablePieces, tableText } from '../../report/formats/csv/table.js';
import { eachAsAsked, firstOf, Lazily, lazily } from '../../report/formats/lazily.js';
import { sheetPieces } from '../../report/formats/xlsx/sheet.js';
import { zipOf } from '../../report/formats/office/zip.js';
import { reviewFiles } from '../support/designs.js';
import { reportContext } from '../support/reports.js';

// A report of a large design is longer than one text of a program can be: it is made, written and forgotten piece by piece.

/** Values of JSON, and beside each the same with lists that are made lazily. */
const value = fc.letrec<{ all: [unknown, unknown]; list: [unknown, unknown]; object: [unknown, unknown]; plain: [unknown, unknown] }>(
  (tie) => ({
    plain: fc
      .oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined))
      .map((one): [unknown, unknown] => [one, one]),
    list: fc
      .tuple(fc.boolean(), fc.array(tie('all'), { maxLength: 3 }))
      .map(([isLazy, members]): [unknown, unknown] => [
        members.map(([one]) => one),
        isLazy ? lazily(members, ([one]) => one) : members.map(([, other]) => other),
      ]),
    object: fc
      .array(fc.tuple(fc.string(), tie('all')), { maxLength: 3 })
      .map((members): [unknown, unknown] => [
        Object.fromEntries(members.map(([key, [one]]) => [key, one])),
        Object.fromEntries(members.map(([key, [, other]]) => [key, other])),
      ]),
    all: fc.oneof({ maxDepth: 7 }, tie('plain'), tie('list'), tie('object')),
  }),
).object;

/** The longest text that is made at once, in characters: rows of a table up to a number of them, and one row more. */
const mostAtOnce = 170_000;

describe('a report in pieces', () => {
  it('is the JSON that the language writes, however its lists are made', () => {
    fc.assert(
      fc.property(value, ([plain, lazy]) => {
        for (const [layout, indent] of [
          ['indented', 2],
          ['compact', undefined],
        ] as const) {
          assert.equal(jsonText(lazy, layout), `${JSON.stringify(plain, undefined, indent)}\n`);
        }
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });

  it('makes the members of a list one by one while they are written', () => {
    let made = 0;
    const list = lazily([1, 2, 3], (number) => {
      made++;
      return { number };
    });
    const seen: [string, number][] = [];
    for (const piece of jsonPieces({ list }, 'compact')) seen.push([piece, made]);
    assert.deepEqual(
      seen.filter(([piece]) => piece.includes('number')),
      [
        ['{"number":1}', 1],
        ['{"number":2}', 2],
        ['{"number":3}', 3],
      ],
    );
    assert.deepEqual([...new Lazily(() => [])], []);
  });

  it('comes in parts of which none grows with the findings, and is the same as a whole', async () => {
    const { reviewed, textOf } = await reviewFiles({ 'large.meter': largeDesign(40) });
    const told = formats.filter(({ pieces }) => pieces !== undefined);
    assert.deepEqual(
      told.map(({ id }) => id),
      ['sarif', 'csv', 'matrix-csv', 'clauses-csv', 'decisions-csv', 'json', 'oscal'],
    );
    for (const { id, pieces, write } of told) {
      const all = [...pieces!(reviewed, { ...reportContext, textOf })];
      const whole = write(reviewed, { ...reportContext, textOf });
      assert.equal(all.join(''), whole, id);
      const longest = Math.max(...all.map(({ length }) => length));
      assert.ok(longest <= mostAtOnce, `${id}: ${longest}`);
      assert.ok(all.length >= whole.length / mostAtOnce, `${id}: ${all.length}`);
    }
  });

  it('writes the rows of a table together up to a number of characters, however long they are', () => {
    const rows = Array.from({ length: 40 }, () => ['x'.repeat(20_000)]);
    const all = [...tablePieces(['head'], rows)];
    assert.equal(all.join(''), tableText(['head'], rows));
    assert.ok(Math.max(...all.map(({ length }) => length)) <= mostAtOnce);
  });

  it('makes the rows of a sheet one by one while they are written, in pieces of one row', () => {
    let made = 0;
    const rows = eachAsAsked([1, 2, 3], (number) => {
      made++;
      return [`row ${number}`];
    });
    const seen: [string, number][] = [];
    const sheet = { name: 'S', columns: [{ title: 'T', width: 5 }], rows, frozen: 0, notes: ['below'] };
    for (const piece of sheetPieces(sheet)) seen.push([/row \d|below/.exec(piece)?.[0] ?? '', made]);
    assert.deepEqual(
      seen.filter(([text]) => text !== ''),
      [
        ['row 1', 1],
        ['row 2', 2],
        ['row 3', 3],
        ['below', 3],
      ],
    );
    assert.deepEqual([...firstOf(rows, 2)], [['row 1'], ['row 2']]);
    assert.equal(made, 5);
  });

  it('packs what is longer than what is packed at once, and it reads the same', () => {
    const words = Array.from({ length: 1000 }, (_, at) => `some words of row ${at}, `.repeat(300));
    const bytes = zipOf([
      ['short.xml', ['<a/>']],
      ['long.xml', words],
    ]);
    const read = unzipSync(bytes);
    assert.equal(strFromU8(read['short.xml']!), '<a/>');
    assert.equal(strFromU8(read['long.xml']!), words.join(''));
  });
});
