import assert from 'node:assert/strict';
import { fixTitle } from '../../report/fix-titles.js';
import { bestFixes, fixesFor, review, type Assessment, type Fix } from '../../review/index.js';
import { oneOf, randomFrom, shuffled, type Random } from '../laws/support/random.js';
import { exampleFiles, referenceDesigns } from '../support/reviewed.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

// Whoever types gets the answers of somebody who opens the same texts for the first time.

const seed = 20261130;
const thorough = process.env['METERLINT_LAWS'] === 'all';
const [mostProjects, mostEdits, mostFixed] = thorough ? [20, 30, 12] : [2, 4, 3];

/** One edit of a text that nobody chose: a line goes or stands twice, a word or a number takes the place of another, or a character goes. */
function edited(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = Math.floor(random() * lines.length);
  const words = [...text.matchAll(/[a-z][a-z0-9-]*/g)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return lines.filter((_, index) => index !== at).join('\n');
    case 1:
      return lines.toSpliced(at, 0, lines[at]!).join('\n');
    case 2: {
      const [gone, come] = [oneOf(words, random), oneOf(words, random)];
      if (gone === undefined || come === undefined) return text;
      return text.slice(0, gone.index) + come[0] + text.slice(gone.index + gone[0].length);
    }
    default: {
      const gone = Math.floor(random() * text.length);
      return text.slice(0, gone) + text.slice(gone + 1);
    }
  }
}

/** What a review says that an editor tells, with the fixes of a few findings. */
function told(assessment: Assessment, { snapshot }: Workspace): unknown {
  const titled = (fix: Fix) => ({ title: fixTitle(fix, assessment.architecture.catalogue), edits: fix.edits });
  const fixed = shuffled(assessment.findings, randomFrom(seed)).slice(0, mostFixed);
  return {
    results: assessment.results.map(({ requirement, element, state, severity, gaps }) => ({ requirement, element, state, severity, gaps })),
    findings: assessment.findings.map((finding) => ({ ...finding, reasons: finding.reasons })),
    fixes: fixed.map((finding) => [
      fixesFor(finding, assessment, snapshot.sources).map(titled),
      bestFixes(finding, assessment, snapshot.sources).map(titled),
    ]),
  };
}

describe('a workspace that is edited', () => {
  const random = randomFrom(seed);
  const projects = [...shuffled([...referenceDesigns()], random).slice(0, mostProjects), ['examples', exampleFiles()] as const];
  for (const [name, texts] of projects) {
    it(`says what a fresh one says after each edit: ${name}`, async function () {
      if (thorough) this.timeout(0);
      const files = { ...texts };
      const workspace = await createWorkspace(files);
      for (let step = 0; step < mostEdits; step++) {
        const file = oneOf(Object.keys(files), random)!;
        const before = files[file]!;
        files[file] = edited(before, random);
        await workspace.update(file, files[file]);
        const fresh = await createWorkspace(files);
        const context = `step ${step}, ${file}`;
        for (const one of Object.keys(files)) assert.deepEqual(workspace.mistakes(one), fresh.mistakes(one), context);
        const { designs } = fresh.snapshot;
        assert.equal(workspace.snapshot.designs.length, designs.length, context);
        for (const [index, design] of workspace.snapshot.designs.entries()) {
          const anew = review(designs[index]!, fresh.snapshot.settings.date);
          assert.deepEqual(told(workspace.snapshot.assessmentOf(design), workspace), told(anew, fresh), context);
        }
        // Half of the edits are taken back in the next step.
        if (random() < 0.5) {
          files[file] = before;
          await workspace.update(file, before);
        }
      }
    });
  }
});
