import assert from 'node:assert/strict';
import { fixTitle } from '../../report/fix-titles.js';
import { fixesFor, gapText, review, type Fix } from '../../review/index.js';
import { applied } from '../support/fixed.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';

const catalogue = `
define control lock on component
define control guard on component
define control paper on component, design
define mechanism padlock "Padlock" on component { provides lock }
define mechanism patrol "Patrol" on component { provides guard }
define component box "Box"
define requirement safe "Safe" { severity high applies to component where is box needs lock and guard and (paper on component or on design) }
define profile plain "Plain" { includes safe }
`;

async function reviewed(text: string) {
  const workspace = await createWorkspace({ 'own.meter': catalogue, 'plan.meter': text }, { catalogue: false });
  assert.deepEqual(syntaxErrors(workspace), []);
  const [architecture] = workspace.shared.meter.Designs.all();
  assert.ok(architecture);
  return { assessment: review(architecture, '2026-11-24'), sources: workspace.shared.meter.Designs.sources() };
}

/** Each with what somebody reads who chooses it. */
async function fixesOf(text: string): Promise<readonly (Fix & { readonly title: string })[]> {
  const { assessment, sources } = await reviewed(text);
  const [finding] = assessment.findings;
  assert.ok(finding);
  return fixesFor(finding, assessment, sources).map((fix) => ({ ...fix, title: fixTitle(fix, assessment.architecture.catalogue) }));
}

describe('one fix for all that a finding lacks', () => {
  const bodies = {
    'no body': ['component a is box', 'component a is box {\n    control lock by padlock\n    control guard by patrol\n}'],
    'an empty body': ['component a is box {}', 'component a is box { control lock by padlock control guard by patrol }'],
    'a body on one line': [
      'component a is box { note "x" }',
      'component a is box {\n    note "x"\n    control lock by padlock\n    control guard by patrol\n}',
    ],
    'a body of its own lines': [
      'component a is box {\n    note "x"\n}',
      'component a is box {\n    note "x"\n    control lock by padlock\n    control guard by patrol\n}',
    ],
  } as const;

  for (const [name, [before, after]] of Object.entries(bodies)) {
    it(`writes each mechanism once into ${name}, and only what people are asked is left open`, async () => {
      const head = 'design plan { profile plain }\n';
      const [first] = await fixesOf(`${head}${before}\n`);
      assert.equal(first?.title, 'Add 2 missing controls: lock, guard; 1 more is a question to people');
      assert.equal(first.preferred, true);
      const text = applied(`${head}${before}\n`, first);
      assert.equal(text, `${head}${after}\n`);
      const left = (await reviewed(text)).assessment.findings.map(({ gaps }) => gapText(gaps));
      assert.deepEqual(left, ['paper@a | paper@plan']);
    });
  }

  it('says that it adds all, where nothing is asked of people', async () => {
    const text = 'design plan { profile plain control paper evidence "Deed 4" }\ncomponent a is box\n';
    const [first] = await fixesOf(text);
    assert.equal(first?.title, 'Add all 2 missing controls: lock, guard');
    assert.deepEqual((await reviewed(applied(text, first))).assessment.findings, []);
  });

  it('is not offered where one control is missing', async () => {
    const fixes = await fixesOf('design plan { profile plain control paper }\ncomponent a is box { control lock }\n');
    assert.deepEqual(
      fixes.map(({ kind }) => kind),
      ['mechanism', 'accept', 'exclude'],
    );
  });
});
