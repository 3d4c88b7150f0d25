import assert from 'node:assert/strict';
import { isFromPage, isState, isToPage, usualOptions } from '../../webview/messages.js';
import { isFromTable, isTableState, isToTable } from '../../webview/messages/tables.js';

const choices = { protection: [{ id: 'a', label: 'A' }], show: [], readers: [] };
const picture = { uri: 'file:///a.meter', title: 'A', svg: '<svg/>', choices };
const state = { uri: 'file:///a.meter', options: usualOptions, zoom: 1, left: 0, top: 20 };

const table = {
  uri: 'file:///a.meter',
  files: ['file:///a.meter'],
  title: 'A',
  head: 'Requirement',
  note: 'x',
  marks: [{ sign: 'x', words: 'missing', state: 'missing', isFinding: true }],
  columns: [],
  rows: [],
};
const tableState = {
  uri: 'file:///a.meter',
  filter: { rows: 'x', columns: '', state: '' },
  active: { row: 'x', column: '' },
  left: 0,
  top: 1,
};

/** A message with each of its fields, and each field within, wrong once. */
function* spoilt(message: object): Generator<object> {
  for (const [name, value] of Object.entries(message) as [string, unknown][]) {
    for (const wrong of [undefined, null, typeof value === 'number' ? 'x' : 7, Number.NaN, {}, [[]]]) yield { ...message, [name]: wrong };
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const inner of spoilt(value)) yield { ...message, [name]: inner };
    }
  }
}

describe('messages between a page and the extension', () => {
  const cases: readonly (readonly [string, (value: unknown) => boolean, readonly object[]])[] = [
    [
      'from the page',
      isFromPage,
      [
        { type: 'ready' },
        { type: 'save' },
        { type: 'unfold' },
        { type: 'reveal', id: 'x' },
        { type: 'fold', id: 'x' },
        { type: 'find', text: 'x' },
        { type: 'walk', walk: '' },
        { type: 'slide', at: 2 },
        { type: 'seek', name: 'x' },
        { type: 'paint', png: 'iVBORw0+/A==' },
        { type: 'choose', options: usualOptions },
        { type: 'choose', options: { ...usualOptions, folds: [{ name: 'x', open: false }] } },
      ],
    ],
    [
      'to the page',
      isToPage,
      [
        { type: 'mark', ids: ['x'] },
        { type: 'found', text: 'x', hits: [] },
        { type: 'walk', walks: [], walk: 'x', at: 0, count: 1, title: 'x', said: 'x', lines: [], ids: ['x'], past: [] },
        { type: 'words', words: 'x' },
        { type: 'picture', picture, ids: [], options: usualOptions },
      ],
    ],
    ['kept', isState, [state]],
    ['from a table', isFromTable, [{ type: 'ready' }, { type: 'export' }, { type: 'why', row: 'x' }, { type: 'go', row: 'x', link: 0 }]],
    [
      'to a table',
      isToTable,
      [
        { type: 'words', words: 'x' },
        { type: 'told', row: 'x', title: 'x', words: ['x'], links: [] },
        { type: 'table', table },
      ],
    ],
    ['kept of a table', isTableState, [tableState]],
  ];
  for (const [name, accepts, messages] of cases) {
    it(`${name}: what is whole is taken, and nothing else`, () => {
      for (const message of messages) {
        assert.ok(accepts(message), JSON.stringify(message));
        for (const wrong of spoilt(message)) assert.ok(!accepts(wrong), JSON.stringify(wrong));
      }
      for (const wrong of [undefined, null, 1, 'ready', [], {}, { type: 'other' }]) assert.ok(!accepts(wrong), JSON.stringify(wrong));
    });
  }

  it('what lists hold is looked at, too', () => {
    assert.ok(isToPage({ type: 'found', text: 'x', hits: [{ name: 'x', label: 'X' }] }));
    for (const wrong of [{ name: 'x' }, { name: 'x', label: 7 }, 'x', undefined]) {
      assert.ok(!isToPage({ type: 'found', text: 'x', hits: [wrong] }), JSON.stringify(wrong));
    }
    for (const wrong of [{ name: 'x' }, { name: 7, open: true }, { name: 'x', open: 'yes' }, undefined]) {
      assert.ok(!isFromPage({ type: 'choose', options: { ...usualOptions, folds: [wrong] } }), JSON.stringify(wrong));
    }
    const walk = { type: 'walk', walk: 'x', at: 0, count: 1, title: 'x', said: 'x', lines: [], ids: [], past: [] };
    assert.ok(isToPage({ ...walk, walks: [{ id: 'x', label: 'X', group: 'Y' }] }));
    for (const wrong of [{ id: 'x', label: 'X' }, { id: 'x', group: 'Y' }, 7]) assert.ok(!isToPage({ ...walk, walks: [wrong] }));
    for (const wrong of ['', '<svg/>', 'a b']) assert.ok(!isFromPage({ type: 'paint', png: wrong }), wrong);
  });

  it('a table whose rows are not as long as its heads is no table', () => {
    const columns = ['mark', 'text'].map((shows) => ({ id: shows, label: 'x', detail: '', group: '', shows }));
    const row = { id: 'r', label: 'x', detail: '', group: '', marks: 'A', texts: ['x'] };
    const told = (one: object, heads: readonly object[] = columns) =>
      isToTable({ type: 'table', table: { ...table, columns: heads, rows: [one] } });
    assert.ok(told(row));
    for (const wrong of [{ marks: '' }, { marks: 'AA' }, { texts: [] }, { texts: ['x', 'y'] }, { id: 7 }])
      assert.ok(!told({ ...row, ...wrong }));
    assert.ok(!told(row, columns.toReversed()), 'texts stand behind marks');
    assert.ok(!told(row, [{ ...columns[0], shows: 'other' }, columns[1]!]));
  });
});
