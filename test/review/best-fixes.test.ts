import assert from 'node:assert/strict';
import { bestFixes, fixesFor } from '../../review/index.js';
import { exampleFiles, referenceDesigns, reviewOf } from '../support/reviewed.js';

describe('the best fixes of a finding, for taking rather than for showing', () => {
  it('are the preferred ones of the list, and find out nothing that only a list tells', async () => {
    let [fixes, telling] = [0, 0];
    for (const files of [exampleFiles(), ...referenceDesigns().values()]) {
      const { assessments, sources } = await reviewOf(files);
      for (const assessment of assessments) {
        for (const finding of assessment.findings) {
          const shown = fixesFor(finding, assessment, sources).filter(({ preferred, kind }) => preferred && kind !== 'all');
          const taken = bestFixes(finding, assessment, sources);
          const said = (list: typeof taken) => list.map(({ kind, edits, closes }) => ({ kind, edits, closes }));
          assert.deepEqual(said(taken), said(shown), finding.id);
          // Each of them is a trial on the design: on a large one, all of them together took minutes.
          assert.deepEqual(
            taken.flatMap(({ bringsIntoScope }) => bringsIntoScope),
            [],
            finding.id,
          );
          fixes += taken.length;
          telling += shown.filter(({ bringsIntoScope }) => bringsIntoScope.length > 0).length;
        }
      }
    }
    assert.ok(fixes > 100 && telling > 0, `${fixes} fixes, ${telling} bring something into scope`);
  });
});
