import assert from 'node:assert/strict';
import type { SourceMap } from '../../language/source/index.js';
import { fixTitle } from '../../report/fix-titles.js';
import { bestFixes, fixesFor, review, type Assessment, type Finding, type Fix } from '../../review/index.js';
import { applied } from '../support/fixed.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { reviewDate, weakDesigns, type Judged } from '../accuracy/designs.js';
import { isThorough } from './support/held.js';
import { randomFrom, shuffled, type Random } from './support/random.js';

const seed = 20_261_130;
const orders = isThorough ? 3 : 1;
const sampled = isThorough ? Infinity : 10;
const steps = isThorough ? 60 : 12;

/** Takes fixes in a random order; tells of each finding that its own fix has closed and another one has opened again. */
async function walk(workspace: Workspace, { name, files }: Judged, random: Random): Promise<string[]> {
  const texts = new Map(Object.entries(files));
  for (const [file, text] of [...texts].reverse()) await workspace.update(file, text);
  const reopened: string[] = [];
  /** What was closed, with the fix that did it. */
  const closed = new Map<string, string>();
  const taken: string[] = [];
  let assessment = reviewOf(workspace, name);
  for (let step = 0; step < steps; step++) {
    const chosen = choose(assessment, workspace.shared.meter.Designs.sources(), random);
    if (chosen === undefined) break;
    const { finding, fix } = chosen;
    for (const uri of new Set(fix.edits.map((edit) => edit.uri))) {
      const file = [...texts.keys()].find((one) => workspace.uri(one).toString() === uri)!;
      texts.set(file, applied(texts.get(file)!, { ...fix, edits: fix.edits.filter((edit) => edit.uri === uri) }));
      await workspace.update(file, texts.get(file));
    }
    const title = fixTitle(fix, assessment.architecture.catalogue);
    taken.push(`${finding.requirement} on ${finding.element}: ${title}`);
    assessment = reviewOf(workspace, name);
    const states = new Map(assessment.results.map(({ requirement, element, computed }) => [`${requirement} on ${element}`, computed]));
    for (const [key, by] of closed) {
      const state = states.get(key)!;
      if (state === 'met' || state === 'not applicable') continue;
      reopened.push(`${name}: ${key} is ${state} again\n    closed by '${by}'\n    after ${taken.at(-1)}`);
      closed.delete(key);
    }
    const key = `${finding.requirement} on ${finding.element}`;
    if (states.get(key) === 'met') closed.set(key, title);
  }
  for (const file of texts.keys()) await workspace.update(file, undefined);
  return reopened;
}

function choose(assessment: Assessment, sources: SourceMap, random: Random): { readonly finding: Finding; readonly fix: Fix } | undefined {
  for (const finding of shuffled(assessment.findings, random)) {
    const ways = [...bestFixes(finding, assessment, sources), ...fixesFor(finding, assessment, sources, 1)];
    const [fix] = ways.filter(({ kind }) => kind !== 'accept' && kind !== 'exclude' && kind !== 'all');
    if (fix !== undefined) return { finding, fix };
  }
  return undefined;
}

function reviewOf(workspace: Workspace, name: string): Assessment {
  const own = workspace.uri(name).toString();
  return review(
    workspace.shared.meter.Designs.all().find(({ files }) => files[0] === own)!,
    reviewDate,
  );
}

describe('a finding that its fix has closed', function () {
  this.timeout(0);

  it('stays closed when others are closed, in whatever order', async () => {
    const random = randomFrom(seed);
    const workspace = await createWorkspace({});
    const reopened: string[] = [];
    for (let order = 0; order < orders; order++) {
      for (const design of shuffled(weakDesigns(), random).slice(0, sampled)) reopened.push(...(await walk(workspace, design, random)));
    }
    assert.deepEqual(reopened, []);
  });
});
