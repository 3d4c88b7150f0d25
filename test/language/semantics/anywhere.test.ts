import assert from 'node:assert/strict';
import { fixTitle } from '../../../report/fix-titles.js';
import { Evaluator, fixesFor, review } from '../../../review/index.js';
import { membersOf } from '../../../review/relations.js';
import { createWorkspace } from '../../support/workspace.js';

const date = '2026-11-24';
const catalogue = [
  'define zone area "Area"',
  'define component thing "Thing"',
  'define attribute checked "Checked" : no | yes',
  'define requirement check "Check" {',
  '    category own severity low applies to component needs checked = yes because "x" guidance "y"',
  '}',
  'define profile mine "Mine" { includes check }',
].join('\n');

describe('what may stand anywhere', () => {
  it('may be stated as the fix of a finding wherever that stands', async () => {
    const design = 'design d "D" { profile mine }\ncomponent c "C" is thing';
    const { shared } = await createWorkspace({ 'kinds.meter': catalogue, 'd.meter': design }, { catalogue: false });
    const assessment = review(shared.meter.Designs.all()[0]!, date);
    const titles = assessment.findings
      .flatMap((finding) => fixesFor(finding, assessment, shared.meter.Designs.sources()))
      .map((fix) => fixTitle(fix, assessment.architecture.catalogue));
    assert.ok(titles.includes('State that c has checked = yes'), titles.join('; '));
  });
});

describe('the zones of a link', () => {
  it('that names some are those and no others, also where one of them is declared nowhere', async () => {
    const design = [
      'design d "D" { profile mine }',
      'zone here "Here" is area',
      'component a "A" is thing in here',
      'component b "B" is thing in here',
      'link plain "Plain": a -> b',
      'link lost "Lost": a -> b in nowhere',
    ].join('\n');
    const { shared } = await createWorkspace({ 'kinds.meter': catalogue, 'd.meter': design }, { catalogue: false });
    const { facts } = Evaluator.of(shared.meter.Designs.all()[0]!, date);
    const zonesOf = (link: string) => membersOf(facts, facts.link(link)!, { name: 'zone', within: undefined }).map(({ name }) => name);
    assert.deepEqual(zonesOf('plain'), ['here']);
    // Where it stands is not known, as of a component in an unknown zone: its ends say nothing of it.
    assert.deepEqual(zonesOf('lost'), []);
  });
});
