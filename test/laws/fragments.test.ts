import assert from 'node:assert/strict';
import { createWorkspace, syntaxErrors, type Workspace } from '../support/workspace.js';
import { inFragments } from './changes/fragments.js';
import { calledBy, isWhole, realDesigns } from './support/designs.js';
import { isThorough } from './support/held.js';
import { randomFrom, shuffled } from './support/random.js';
import { asDesign } from './support/text.js';
import { verdictsOn } from './support/verdicts.js';

const seed = 20_261_130;
const sampled = isThorough ? Infinity : 14;

async function readAgain(workspace: Workspace, files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [file, text] of Object.entries(files).reverse()) await workspace.update(file, text);
  assert.deepEqual(syntaxErrors(workspace), []);
  const design = workspace.shared.meter.Designs.all().find((one) => one.files[0]!.endsWith('own.meter'));
  assert.ok(design);
  const told = verdictsOn(design);
  for (const file of Object.keys(files)) await workspace.update(file, undefined);
  return told;
}

describe('a design that is written again', function () {
  this.timeout(0);

  it('in one file, or over fragments that import each other, is judged as before', async () => {
    const random = randomFrom(seed);
    const designs = shuffled((await realDesigns()).filter(isWhole), random).slice(0, sampled);
    const workspace = await createWorkspace({});
    for (const design of designs) {
      const expected = verdictsOn(design);
      assert.deepEqual(await readAgain(workspace, { 'own.meter': asDesign(design) }), expected, `${calledBy(design)} in one file`);
      assert.deepEqual(await readAgain(workspace, inFragments(design, random)), expected, `${calledBy(design)} in fragments`);
    }
  });
});
