import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formerOf, layOut, sceneOf, type Scene } from '../../../picture/index.js';
import { placedAside } from '../../../server/place-aside.js';
import { reviewOfTexts } from '../../picture/support/designs.js';
import { exampleFiles } from '../../support/designs.js';
import { root } from '../../support/workspace.js';

describe('the thread of layouts', () => {
  let scene: Scene;
  let folder: string;
  before(async () => {
    const assessment = await reviewOfTexts(exampleFiles('riverside.meter', 'zones.meter'));
    scene = sceneOf(assessment.architecture, assessment, { signs: true });
    folder = mkdtempSync(path.join(tmpdir(), 'meterlint-thread-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives each scene the places that it has anywhere, several at a time', async () => {
    const place = placedAside(path.join(root, 'dist/server/placing.cjs'));
    const small = { ...scene, nodes: scene.nodes.slice(0, 1), edges: [] };
    const [one, other] = await Promise.all([place(scene), place(small)]);
    assert.deepEqual(one, await layOut(scene));
    const former = formerOf(one);
    assert.deepEqual(await place(scene, former), await layOut(scene, former));
    assert.deepEqual(other, await layOut(small));
  });

  it('says why a scene cannot be laid out, and goes on; and begins again where the thread ended', async () => {
    const place = placedAside(path.join(root, 'dist/server/placing.cjs'));
    const broken = { ...scene, edges: [{ ...scene.edges[0]!, to: 'nowhere' }] };
    await assert.rejects(place(broken), /nowhere/);
    assert.equal((await place(scene)).nodes.length, scene.nodes.length);
    const script = path.join(folder, 'ends.cjs');
    const answers = "require('node:worker_threads').parentPort.on('message', ({ number, scene }) => ";
    writeFileSync(
      script,
      `${answers} scene.title === 'end' ? process.exit(3) : require('node:worker_threads').parentPort.postMessage({ number, laidOut: scene }));`,
    );
    const ending = placedAside(script);
    await assert.rejects(ending({ ...scene, title: 'end' }), /^Error: the thread of layouts ended with 3$/);
    assert.equal(((await ending(scene)) as unknown as Scene).title, scene.title);
  });
});
