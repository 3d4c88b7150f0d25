import assert from 'node:assert/strict';
import { isFromPage, isState, isToPage, usualOptions } from '../../webview/messages.js';

const choices = { protection: [{ id: 'a', label: 'A' }], show: [], readers: [] };
const picture = { uri: 'file:///a.meter', title: 'A', svg: '<svg/>', choices };
const state = { uri: 'file:///a.meter', options: usualOptions, zoom: 1, left: 0, top: 20 };

/** A message with each of its fields, and each field within, wrong once. */
function* spoilt(message: object): Generator<object> {
  for (const [name, value] of Object.entries(message) as [string, unknown][]) {
    for (const wrong of [undefined, null, typeof value === 'number' ? 'x' : 7, Number.NaN, {}, [[]]]) yield { ...message, [name]: wrong };
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const inner of spoilt(value)) yield { ...message, [name]: inner };
    }
  }
}

describe('messages between a diagram and the extension', () => {
  const cases: readonly (readonly [string, (value: unknown) => boolean, readonly object[]])[] = [
    [
      'from the page',
      isFromPage,
      [{ type: 'ready' }, { type: 'save' }, { type: 'reveal', id: 'x' }, { type: 'choose', options: usualOptions }],
    ],
    [
      'to the page',
      isToPage,
      [
        { type: 'mark', ids: ['x'] },
        { type: 'words', words: 'x' },
        { type: 'picture', picture, ids: [], options: usualOptions },
      ],
    ],
    ['kept', isState, [state]],
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
});
