import assert from 'node:assert/strict';
import { layOut, type Former } from '../../../picture/index.js';
import { Drawing } from '../../../server/picture/drawing.js';
import type { PictureAnswer, PictureParams } from '../../../server/protocol.js';
import { openWorkspace, type Snapshot } from '../../../workspace/index.js';
import { exampleFiles } from '../../support/designs.js';
import { builtInCatalogue } from '../../support/workspace.js';

const uri = 'file:///riverside.meter';
const usual: PictureParams = { uri, theme: 'light', flows: false };

describe('drawing one picture after the other', () => {
  let snapshot: Snapshot;
  before(async () => {
    const files = new Map(Object.entries(exampleFiles('riverside.meter', 'zones.meter')).map(([file, text]) => [`file:///${file}`, text]));
    snapshot = await openWorkspace({ files, builtIn: builtInCatalogue(), date: '2026-11-24' });
  });
  const read = <T>(answer: (one: Snapshot) => T) => Promise.resolve(answer(snapshot));

  it('lays out again only what shows something else: other colours need no layout', async () => {
    let layouts = 0;
    const drawing = new Drawing(read, (scene) => {
      layouts++;
      return layOut(scene);
    });
    await drawing.draw(usual);
    await drawing.draw({ ...usual, theme: 'dark' });
    await drawing.draw({ ...usual, theme: 'contrast' });
    assert.equal(layouts, 1);
    await drawing.draw({ ...usual, flows: true });
    assert.equal(layouts, 2);
  });

  it('tells a layout of the picture before it, and finds again what was drawn of late', async () => {
    const told: (Former | undefined)[] = [];
    const drawing = new Drawing(read, (scene, former) => {
      told.push(former);
      return layOut(scene, former);
    });
    const drawn = (answer: PictureAnswer) => (answer.kind === 'picture' ? answer.svg : answer.kind);
    const first = drawn(await drawing.draw(usual));
    const open = drawn(await drawing.draw({ ...usual, flows: true }));
    assert.notEqual(open, first);
    assert.equal(drawn(await drawing.draw(usual)), first);
    assert.equal(drawn(await drawing.draw({ ...usual, flows: true })), open);
    assert.deepEqual(
      told.map((former) => former !== undefined && former.places.size > 0),
      [false, true],
    );
  });

  it('goes on after a layout that fails, and tries the same one again', async () => {
    let layouts = 0;
    const drawing = new Drawing(read, (scene) => (++layouts === 1 ? Promise.reject(new Error('no')) : layOut(scene)));
    await assert.rejects(drawing.draw(usual), /^Error: no$/);
    assert.equal((await drawing.draw(usual)).kind, 'picture');
  });

  it('while one is laid out, of all that are asked for only the last is', async () => {
    const laid: string[] = [];
    const drawing = new Drawing(read, async (scene) => {
      laid.push(scene.description);
      return layOut(scene);
    });
    const first = drawing.draw(usual);
    // The first one is past the point where it would give up.
    while (laid.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const others = ['comm-integrity', 'comm-confidentiality', 'gov-design'].map((show) => drawing.draw({ ...usual, show }));
    const answers = await Promise.all([first, ...others]);
    assert.deepEqual(
      answers.map(({ kind }) => kind),
      ['picture', 'overtaken', 'overtaken', 'picture'],
    );
    assert.equal(laid.length, 2);
  });
});
