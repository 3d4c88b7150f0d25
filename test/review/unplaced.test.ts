import assert from 'node:assert/strict';
import type { SourceMap } from '../../language/source/index.js';
import { fixTitle } from '../../report/fix-titles.js';
import { fixesFor, gapText, leavesOf, review, type Assessment } from '../../review/index.js';
import { openSentence } from '../../report/message.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';

interface Told extends Assessment {
  readonly sources: SourceMap;
}

/** Controls and one requirement that has one line of needs. */
const catalogue = (place: string, needs: string, profile: string) => `
define control lock on component, zone, link, flow, data, design
define control guard on component, zone, link, flow, data, design
define mechanism padlock "Padlock" { provides lock }
define mechanism patrol "Patrol" { provides guard }
define component box "Box"
define zone yard "Yard"
define data record "Record"
define requirement safe "Safe" { severity high applies to ${place} needs ${needs} }
define profile ${profile} "Plain" { includes safe }
`;

async function reviewed(place: string, needs: string, text: string, profile = 'plain'): Promise<Told> {
  const workspace = await createWorkspace({ 'own.meter': catalogue(place, needs, profile), 'plan.meter': text }, { catalogue: false });
  assert.deepEqual(syntaxErrors(workspace), []);
  const { Designs } = workspace.shared.meter;
  const architecture = Designs.all().find(({ files }) => files[0]!.endsWith('plan.meter'))!;
  return { ...review(architecture, '2026-11-24'), sources: Designs.sources() };
}

const fixesOf = (assessment: Told) =>
  assessment.findings.flatMap((finding) =>
    fixesFor(finding, assessment, assessment.sources)
      .filter(({ kind }) => kind !== 'accept' && kind !== 'exclude')
      .map((fix) => fixTitle(fix, assessment.architecture.catalogue)),
  );

const told = (assessment: Assessment) => assessment.findings.map((finding) => openSentence(finding, assessment));

describe('a control that is asked for where there is nothing', () => {
  const head = 'design plan { profile plain }\n';
  const lone = `${head}component a is box\n`;
  const nowhere: readonly (readonly [name: string, place: string, needs: string, text: string])[] = [
    ['the source of a component', 'component', 'lock on source', lone],
    ['both ends of a component', 'component', 'lock on both ends', lone],
    ['the links of a component that has none', 'component', 'lock on every link', lone],
    ['some flow that counts, where none does', 'component', 'lock on some flow that carries record', lone],
    ['the zone of a component without a zone', 'component', 'lock on zone', lone],
    ['the protocols of a flow', 'flow', 'lock on every protocol', `${head}component a is box\nflow f: a -> a over patrol\n`],
    ['one span past every box of a component', 'component', 'lock across box', lone],
    ['two such places', 'component', 'lock on source and guard on every link', lone],
    ['one such place or another', 'component', 'lock on source or guard on every link', lone],
  ];
  for (const [name, place, needs, text] of nowhere) {
    it(`has no fix: ${name}`, async () => {
      const assessment = await reviewed(place, needs, text);
      assert.equal(assessment.findings.length, 1);
      assert.ok(leavesOf(assessment.findings[0]!.gaps).every((leaf) => leaf.kind === 'control' && leaf.unplaced));
      assert.deepEqual(fixesOf(assessment), []);
    });
  }

  const sentences: readonly (readonly [place: string, needs: string, text: string, sentence: string])[] = [
    ['component', 'lock on every link', lone, "Lock on every link (there is none) missing on box 'a'"],
    ['component', 'lock on zone or on every link', lone, "Lock on its zone or on every link (there is none) missing on box 'a'"],
    [
      'component',
      'lock on source and guard on every flow that carries record',
      lone,
      "Lock on its source (there is none) and guard on every flow that carries record (there is none) missing on box 'a'",
    ],
    ['component', 'lock across box', lone, "Lock past every box (there is none) missing on box 'a'"],
    ['component', 'lock on component and lock on every link', lone, "Lock on every link (there is none) missing on box 'a'"],
    ['component', 'lock on component or lock on every link', lone, "Lock missing on box 'a'"],
    [
      'component',
      'lock on every neighbour or lock on zone',
      `${head}component a is box\ncomponent b is box in y\nzone y is yard { control lock }\nlink l: a <-> b\n`,
      "Lock missing on box 'b', for box 'a'",
    ],
  ];
  for (const [place, needs, text, sentence] of sentences) {
    it(`is told with where it is asked for: ${needs}`, async () => {
      assert.equal(told(await reviewed(place, needs, text))[0], sentence);
    });
  }

  it('has no fix: the design of a fragment that is reviewed alone', async () => {
    const assessment = await reviewed('component', 'lock on design', 'component a is box\n', 'x1332');
    assert.deepEqual(
      assessment.findings.map(({ id }) => id.split('/').slice(1).join('/')),
      ['safe/a'],
    );
    assert.deepEqual(fixesOf(assessment), []);
  });

  it('leaves the fix of what can be closed beside it, alone and in the order of the gaps', async () => {
    const both = await reviewed('component', 'lock on source and guard', lone);
    assert.equal(gapText(both.findings[0]!.gaps), 'lock@a & guard@a');
    assert.deepEqual(fixesOf(both), ['Add guard with Patrol']);
    const either = await reviewed('component', 'lock on source or guard', lone);
    assert.deepEqual(fixesOf(either), ['Add guard with Patrol']);
  });

  it('is open in an `and` with the same control in a place that exists, and closed by that in an `or`', async () => {
    for (const needs of ['lock and lock on source', 'lock on source and lock']) {
      assert.deepEqual(fixesOf(await reviewed('component', needs, lone)), [], needs);
    }
    for (const needs of ['lock or lock on source', 'lock on source or lock']) {
      assert.deepEqual(fixesOf(await reviewed('component', needs, lone)), ['Add lock with Padlock'], needs);
    }
  });

  it('has fixes as soon as there is a place', async () => {
    const zoned = await reviewed('component', 'lock on zone', `${head}zone z is yard\ncomponent a is box in z\n`);
    assert.deepEqual(fixesOf(zoned), ['Add lock to z with Padlock']);
  });
});
