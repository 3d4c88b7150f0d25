import assert from 'node:assert/strict';
import { drawnAs, hitsOf } from '../../client/diagram/found.js';
import type { Picture, PicturePlace } from '../../server/protocol.js';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const place = (name: string, title = ''): PicturePlace => ({ name, title, uri: 'a', range: nowhere, extent: nowhere });
const [meter, gas, hes, link] = [place('meter', 'Smart meter'), place('gas-meter'), place('hes', 'Head-end'), place('wan')];
const elements: Picture['elements'] = {
  'component:hes': [hes],
  'several:gas-meter': [gas, meter],
  'link:wan': [link],
  'component:hes/link:wan': [link],
};
const found = (text: string) => hitsOf(text, elements).map(({ label }) => label);

describe('what is found in a diagram', () => {
  it('has the text in its name or title, however it is written; what is called so stands before what begins and what only holds it', () => {
    assert.deepEqual(found(' METER '), ['Smart meter (meter)', 'gas-meter']);
    assert.deepEqual(found('head-end'), ['Head-end (hes)']);
    assert.deepEqual(found('me'), ['Smart meter (meter)', 'gas-meter']);
    assert.deepEqual(found('wan'), ['wan']);
  });

  it('is nothing for nothing', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(found('   '), []);
    assert.deepEqual(found('gateway'), []);
  });

  it('is no longer than a list that one reads', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`component:c${index}`, [place(`c${index}`)]]));
    assert.equal(hitsOf('c', many).length, 12);
  });

  it('is drawn alone, or within a box with others', () => {
    assert.deepEqual(drawnAs('hes', elements), { ids: ['component:hes'], alone: true });
    assert.deepEqual(drawnAs('wan', elements), { ids: ['link:wan', 'component:hes/link:wan'], alone: true });
    assert.deepEqual(drawnAs('meter', elements), { ids: ['several:gas-meter'], alone: false });
    assert.equal(drawnAs('nobody', elements), undefined);
  });
});
