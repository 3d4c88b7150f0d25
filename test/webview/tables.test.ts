import assert from 'node:assert/strict';
import type { ShownTable } from '../../server/protocol/tables.js';
import { cellFace } from '../../webview/tables/cells.js';
import { countStates, filtered, findingsOnly, noFilter } from '../../webview/tables/filtered.js';
import { offsetsOf, pieceAt, scrolledTo, spanOf } from '../../webview/tables/window.js';

const column = (id: string) => ({ id, label: id, detail: id === 'hes' ? 'Head-end' : '', group: '', shows: 'mark' }) as const;
const table: ShownTable = {
  uri: 'file:///a.meter',
  files: ['file:///a.meter'],
  title: 'A',
  head: 'Requirement',
  note: '',
  marks: [
    { sign: '■✕', words: 'missing, critical', state: 'missing', severity: 'critical', isFinding: true },
    { sign: '◆✕', words: 'missing, medium', state: 'missing', severity: 'medium', isFinding: true },
    { sign: '✓', words: 'met', state: 'met', isFinding: false },
  ],
  columns: [column('meter'), column('hes'), column('plc')],
  rows: [
    { id: 'seal', label: 'Is sealed', detail: '', group: 'One', marks: 'AC ', texts: [] },
    { id: 'lock', label: 'Is locked', detail: '', group: 'One', marks: 'CC ', texts: [] },
    { id: 'wire', label: 'Is wired', detail: '', group: 'Two', marks: '  B', texts: [] },
  ],
};

describe('what is left of a table', () => {
  it('is all of it without a filter, with a line before what belongs together', () => {
    assert.deepEqual(filtered(table, noFilter), {
      lines: [{ group: 'One' }, { row: 0 }, { row: 1 }, { group: 'Two' }, { row: 2 }],
      rows: [0, 1, 2],
      columns: [0, 1, 2],
    });
  });

  it('is what holds all words, in whatever order and case', () => {
    assert.deepEqual(filtered(table, { ...noFilter, rows: 'SEALED is one' }).rows, [0]);
    assert.deepEqual(filtered(table, { ...noFilter, columns: 'head' }).columns, [1]);
    assert.deepEqual(filtered(table, { ...noFilter, rows: 'nothing' }).lines, []);
  });

  it('is what has the chosen state, in rows and columns', () => {
    const { rows, columns } = filtered(table, { ...noFilter, state: findingsOnly });
    assert.deepEqual(
      [rows, columns],
      [
        [0, 2],
        [0, 2],
      ],
    );
    assert.deepEqual(filtered(table, { rows: '', columns: 'meter', state: 'met' }).rows, [1]);
  });

  it('does not change what is counted', () => {
    assert.deepEqual(
      [...countStates(table)],
      [
        ['missing', 2],
        ['met', 3],
      ],
    );
  });

  it('says in words what a cell shows, and whose it is', () => {
    assert.deepEqual(cellFace(table, 0, 0), {
      text: '■✕',
      label: 'missing, critical: Is sealed, meter',
      classes: ['state-missing', 'severity-critical'],
    });
    assert.deepEqual(cellFace(table, 0, 2), { text: '', label: 'not asked: Is sealed, plc', classes: [] });
  });
});

describe('what of a table is seen', () => {
  const offsets = offsetsOf([10, 20, 30, 10]);

  it('is what lies in the view, and some around it', () => {
    assert.deepEqual(offsets, [0, 10, 30, 60, 70]);
    assert.deepEqual(spanOf(offsets, 0, 5, 0), { from: 0, to: 1 });
    assert.deepEqual(spanOf(offsets, 29, 2, 0), { from: 1, to: 3 });
    assert.deepEqual(spanOf(offsets, 35, 5, 1), { from: 1, to: 4 });
    assert.deepEqual(spanOf([0], 0, 100, 3), { from: 0, to: 0 });
  });

  it('of ten thousand rows is no more than fits', () => {
    const many = offsetsOf(Array.from({ length: 10_000 }, () => 26));
    const { from, to } = spanOf(many, 130_000, 600, 3);
    assert.equal(pieceAt(many, 130_000), 5_000);
    assert.deepEqual([from, to], [4_997, 5_027]);
  });

  it('moves as little as brings a piece into view', () => {
    assert.equal(scrolledTo(offsets, 0, 15, 40), 0);
    assert.equal(scrolledTo(offsets, 1, 0, 40), 0);
    assert.equal(scrolledTo(offsets, 3, 0, 40), 30);
    // What is larger than the view is seen from its start.
    assert.equal(scrolledTo(offsets, 2, 0, 20), 30);
  });
});
