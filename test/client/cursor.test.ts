import assert from 'node:assert/strict';
import { idsAt, idsOfPlaces } from '../../client/diagram/cursor.js';
import type { Picture, PicturePlace } from '../../server/protocol.js';

const place = (uri: string, from: number, to: number): PicturePlace => ({
  name: '',
  title: '',
  uri,
  range: { start: { line: from, character: 5 }, end: { line: from, character: 8 } },
  extent: { start: { line: from, character: 0 }, end: { line: to, character: 1 } },
});
const [zone, inner, link] = [place('a', 0, 9), place('a', 2, 4), place('a', 6, 6)];
const elements: Picture['elements'] = {
  'zone:z': [zone],
  'component:c': [inner],
  'link:l': [link],
  'component:c/link:l': [link],
  'several:c': [inner, link],
  'component:other': [place('b', 3, 3)],
};
const at = (uri: string, line: number, character = 0) => idsAt(uri, { line, character }, elements);

describe('what of a diagram the cursor is in', () => {
  it('is the innermost statement, and everything that is drawn of it', () => {
    assert.deepEqual(at('a', 1), ['zone:z']);
    assert.deepEqual(at('a', 3), ['component:c', 'several:c']);
    assert.deepEqual(at('a', 6), ['link:l', 'component:c/link:l', 'several:c']);
  });

  it('is nothing outside of all statements, and nothing of another file', () => {
    assert.deepEqual(at('a', 10), []);
    assert.deepEqual(at('a', 9, 2), []);
    assert.deepEqual(at('b', 3), ['component:other']);
    assert.deepEqual(at('c', 3), []);
  });
});

describe('what of a diagram is drawn of some elements', () => {
  it('is their own boxes and lines, or where they have none the box that they stand in with others, each once', () => {
    const gone = place('a', 20, 21);
    const together = { ...elements, 'several:x': [gone, place('a', 22, 23)] };
    assert.deepEqual(idsOfPlaces([inner, link, link], together), ['component:c', 'link:l', 'component:c/link:l']);
    assert.deepEqual(idsOfPlaces([gone], together), ['several:x']);
    assert.deepEqual(idsOfPlaces([place('c', 0, 1)], together), []);
  });
});
