import assert from 'node:assert/strict';
import { daysWords, reachWords, registerWords } from '../../report/register.js';
import { decisionRegister } from '../../summary/register.js';
import { review } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

/** `fw-signed` is open on the meter, `fw-secure-boot` is met on it by the control, and `priv-dpia` is asked of no component. */
const design = [
  'design one {}',
  'zone street is neighbourhood-network',
  'component box "Box 電" is smart-meter in street { control secure-boot evidence "A" }',
  'component pole is smart-meter in street',
].join('\n');

async function register(decisions: string, date: string): Promise<string[]> {
  const workspace = await createWorkspace({ 'one.meter': `${design}\n${decisions}\n` });
  const assessments = workspace.shared.meter.Designs.all().map((architecture) => review(architecture, date));
  const sources = workspace.shared.meter.Designs.sources();
  return decisionRegister(assessments).map(
    ({ design, verb, requirement, element, standing, reason, owner, until, daysLeft, computed, decision }) =>
      [
        design,
        verb,
        requirement,
        element,
        standing,
        reason,
        owner,
        until,
        daysLeft,
        computed,
        sources.rangeOf(decision).startLine + 1,
      ].join('|'),
  );
}

describe('the register of decisions', () => {
  it('has a row for each requirement and element that a decision names, in the order of the text', async () => {
    const text =
      'accept fw-signed, key-unique on box, pole until 2027-06-30 because "replaced then" by "Ada"\nexclude log-events on box because "no log"';
    assert.deepEqual(await register(text, '2027-06-29'), [
      'one|accept|fw-signed|box|in force|replaced then|Ada|2027-06-30|1|missing|5',
      'one|accept|fw-signed|pole|in force|replaced then|Ada|2027-06-30|1|missing|5',
      'one|accept|key-unique|box|in force|replaced then|Ada|2027-06-30|1|missing|5',
      'one|accept|key-unique|pole|in force|replaced then|Ada|2027-06-30|1|missing|5',
      'one|exclude|log-events|box|in force|no log||||missing|6',
    ]);
  });

  it('tells what reaches further as it is written, with the elements that it decides on and the worst that is found on them', async () => {
    const text = [
      'accept fw-secure-boot, priv-dpia on every smart-meter because "a"',
      'exclude fw-signed on pole because "b"',
      'accept fw-signed on street and within because "c"',
      'accept key-unique on every head-end because "d"',
    ].join('\n');
    const workspace = await createWorkspace({ 'one.meter': `${design}\n${text}\n` });
    const entries = decisionRegister(workspace.shared.meter.Designs.all().map((architecture) => review(architecture, '2026-11-24')));
    assert.deepEqual(
      entries.map((entry) =>
        [entry.requirement, entry.element, reachWords(entry), entry.covers.join(' '), entry.standing, entry.computed].join('|'),
      ),
      [
        'fw-secure-boot|every smart-meter|every smart-meter (1 element)|pole|in force|missing',
        'priv-dpia|every smart-meter|every smart-meter (0 elements)||without effect|',
        'fw-signed|pole|pole|pole|in force|missing',
        'fw-signed|street and within|street and within (1 element)|box|in force|missing',
        'key-unique|every head-end|every head-end (0 elements)||without effect|',
      ],
    );
  });

  it('counts the last day in, and says since when the decision is past', async () => {
    const text = 'accept fw-signed on box until 2027-06-30 because "x"';
    assert.deepEqual(await register(text, '2027-06-30'), ['one|accept|fw-signed|box|in force|x||2027-06-30|0|missing|5']);
    assert.deepEqual(await register(text, '2027-07-01'), ['one|accept|fw-signed|box|past|x||2027-06-30|-1|missing|5']);
    // Over a leap day and the change to summer time.
    assert.deepEqual(await register(text, '2028-06-30'), ['one|accept|fw-signed|box|past|x||2027-06-30|-366|missing|5']);
  });

  it('says which decisions cover nothing: what is met, what is not asked, what another decision covers already', async () => {
    const text = [
      'accept fw-secure-boot on box because "a"',
      'accept priv-dpia on box because "b"',
      'accept fw-signed on box because "c"',
      'exclude fw-signed on box because "d"',
    ].join('\n');
    assert.deepEqual(await register(text, '2026-11-24'), [
      'one|accept|fw-secure-boot|box|without effect|a||||met|5',
      'one|accept|priv-dpia|box|without effect|b|||||6',
      'one|accept|fw-signed|box|without effect|c||||missing|7',
      'one|exclude|fw-signed|box|in force|d||||missing|8',
    ]);
  });

  it('counts no days to a day that is in no calendar, and reads half a decision as far as it goes', async () => {
    assert.deepEqual(await register('accept fw-signed on box until 2027-02-31 because "x"', '2026-11-24'), [
      'one|accept|fw-signed|box|in force|x||2027-02-31||missing|5',
    ]);
    assert.deepEqual(await register('accept fw-signed on', '2026-11-24'), []);
    assert.deepEqual(await register('accept', '2026-11-24'), []);
  });

  it('sums up: how many of which standing, and which ends next', async () => {
    const words = async (decisions: string) => {
      const workspace = await createWorkspace({ 'one.meter': `${design}\n${decisions}\n` });
      return registerWords(
        decisionRegister(workspace.shared.meter.Designs.all().map((architecture) => review(architecture, '2026-11-24'))),
      );
    };
    const text = [
      'accept fw-signed on box, pole until 2027-06-30 because "a"',
      'accept key-unique on box until 2026-11-25 because "b"',
      'accept log-events on box until 2026-11-23 because "c"',
      'accept priv-dpia on box because "d"',
    ].join('\n');
    assert.equal(await words(text), '3 in force (the next ends on 2026-11-25, 1 day left), 1 past, 1 without effect');
    assert.equal(await words('exclude fw-signed on box because "a"'), '1 in force');
    assert.equal(await words(''), undefined);
  });

  it('tells the days in words', () => {
    assert.deepEqual([218, 1, 0, -1, -30].map(daysWords), [
      '218 days left',
      '1 day left',
      'last day',
      'ended 1 day ago',
      'ended 30 days ago',
    ]);
  });
});
