import assert from 'node:assert/strict';
import type { Architecture } from '../../language/model/index.js';
import { review } from '../../review/index.js';
import { reviewDate } from '../accuracy/designs.js';
import { createWorkspace, syntaxErrors, type Workspace } from '../support/workspace.js';
import { inFragments } from './changes/fragments.js';
import { calledBy, realDesigns } from './support/designs.js';
import { isThorough } from './support/held.js';
import { randomFrom, shuffled } from './support/random.js';
import { asDesign } from './support/text.js';
import { verdictOf } from './support/verdicts.js';

const seed = 20_261_130;
const sampled = isThorough ? Infinity : 14;

async function readAgain(workspace: Workspace, files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [file, text] of Object.entries(files).reverse()) await workspace.update(file, text);
  assert.deepEqual(syntaxErrors(workspace), []);
  const design = workspace.shared.meter.Designs.all().find((one) => one.files[0]!.endsWith('own.meter'));
  assert.ok(design);
  const told = toldOf(design);
  for (const file of Object.keys(files)) await workspace.update(file, undefined);
  return told;
}

function toldOf(design: Architecture): string[] {
  return review(design, reviewDate)
    .results.map((result) => `${result.requirement} on ${result.element}: ${verdictOf(result)}`)
    .sort();
}

/** Whether each stop and end is there: of an element whose name the design itself has, only the name is left. */
function isWhole({ links, flows, components }: Architecture): boolean {
  const ends = [...links.values()].flatMap(({ sources, targets }) => [...sources, ...targets]);
  return [...ends, ...[...flows.values()].flatMap(({ stops }) => stops.flat())].every((name) => components.has(name));
}

describe('a design that is written again', function () {
  this.timeout(0);

  it('in one file, or over fragments that import each other, is judged as before', async () => {
    const random = randomFrom(seed);
    const designs = shuffled((await realDesigns()).filter(isWhole), random).slice(0, sampled);
    const workspace = await createWorkspace({});
    for (const design of designs) {
      const expected = toldOf(design);
      assert.deepEqual(await readAgain(workspace, { 'own.meter': asDesign(design) }), expected, `${calledBy(design)} in one file`);
      assert.deepEqual(await readAgain(workspace, inFragments(design, random)), expected, `${calledBy(design)} in fragments`);
    }
  });
});
