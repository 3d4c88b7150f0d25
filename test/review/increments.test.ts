import assert from 'node:assert/strict';
import { largeDesign } from '../../bench/design.js';
import type { Architecture } from '../../language/model/index.js';
import { Evaluator, evaluatorOf, review, reviewWith, withElement, type Assessment } from '../../review/index.js';
import { additions } from '../laws/changes/additions.js';
import { worseFacts } from '../laws/changes/facts.js';
import { moves } from '../laws/changes/moves.js';
import { removals } from '../laws/changes/removals.js';
import { weakerWords } from '../laws/changes/weaker.js';
import { calledBy, realDesigns } from '../laws/support/designs.js';
import type { Mutation } from '../laws/support/mutation.js';
import { oneOf, randomFrom, shuffled, type Random } from '../laws/support/random.js';
import { createWorkspace } from '../support/workspace.js';

// A review that goes on from an earlier one is the review that nobody has made before, and costs what the change can change.

const date = '2026-11-24';
const seed = 20261130;
const thorough = process.env['METERLINT_LAWS'] === 'all';
const [mostDesigns, mostSteps] = thorough ? [60, 12] : [14, 5];

const edits: readonly ((design: Architecture) => readonly Mutation[])[] = [
  (design) => removals(design, ['control', 'by', 'uses', 'over', 'attribute']),
  weakerWords,
  worseFacts,
  moves,
  additions,
];

/** The design after a change that nobody chose: of an element, or without one. */
function edited(design: Architecture, random: Random): Architecture {
  if (random() < 0.25) return without(design, random);
  return oneOf(oneOf(edits, random)!(design), random)?.apply(design) ?? design;
}

function without(design: Architecture, random: Random): Architecture {
  const table = oneOf(['zones', 'components', 'data', 'links', 'flows', 'decisions'] as const, random)!;
  if (table === 'decisions') return { ...design, decisions: design.decisions.slice(1) };
  const left = new Map<string, unknown>(design[table]);
  left.delete(oneOf([...left.keys()], random) ?? '');
  return { ...design, [table]: left };
}

function recorded(design: Architecture, earlier?: Evaluator): Assessment {
  return reviewWith(Evaluator.of(design, date, design.design.profiles, { records: true }), earlier);
}

/** All that a review says, reasons included. */
function said({ results, findings, ...others }: Assessment): unknown {
  return {
    ...others,
    architecture: undefined,
    results: results.map((one) => ({ ...one, reasons: one.reasons })),
    findings: findings.map((one) => ({ ...one, reasons: one.reasons })),
  };
}

async function large(size: number): Promise<Architecture> {
  return (await createWorkspace({ 'large.meter': largeDesign(size) })).snapshot.designs[0]!;
}

describe('a review that goes on from an earlier one', () => {
  it('is the same as a fresh one, whatever was changed', async function () {
    if (thorough) this.timeout(0);
    const random = randomFrom(seed);
    for (const design of shuffled(await realDesigns(), random).slice(0, mostDesigns)) {
      let current = design;
      let assessment = recorded(current);
      for (let step = 0; step < mostSteps; step++) {
        current = edited(current, random);
        assessment = recorded(current, evaluatorOf(assessment));
        assert.deepEqual(said(assessment), said(review(current, date)), `${calledBy(design)}, step ${step}`);
      }
    }
  });

  it('evaluates of a fleet as much as of a village where one device is changed', async () => {
    const work = async (size: number) => {
      const design = await large(size);
      const before = recorded(design);
      const meter = design.components.get('meter1')!;
      const after = recorded(withElement(design, { ...meter, settings: meter.settings.slice(1) }), evaluatorOf(before));
      return { all: evaluatorOf(before).work, again: evaluatorOf(after).work };
    };
    const [village, fleet] = [await work(20), await work(200)];
    assert.equal(fleet.again, village.again);
    assert.ok(village.again > 0 && village.again * 10 < village.all, JSON.stringify(village));
    assert.ok(fleet.all > 5 * village.all);
  });

  it('asks of a fleet as few what they tell as of a village, and compares those with as few', async () => {
    const work = async (size: number, without: string) => {
      const design = await large(size);
      const before = recorded(design);
      const meter = design.components.get('meter1')!;
      const after = recorded(
        withElement(design, { ...meter, settings: meter.settings.filter(({ attribute }) => attribute !== without) }),
        evaluatorOf(before),
      );
      const [all, again] = [evaluatorOf(before).telling!, evaluatorOf(after).telling!];
      return {
        all: all.work,
        comparisons: all.comparisons,
        again: again.work,
        comparedAgain: again.comparisons,
        assembled: again.assembled,
      };
    };
    const [village, fleet, larger] = [await work(40, 'key-scope'), await work(200, 'key-scope'), await work(400, 'key-scope')];
    assert.equal(fleet.again, village.again);
    assert.equal(fleet.comparedAgain, village.comparedAgain);
    // What comes to the same as before is what it was for all that build on it: nobody is asked, and nothing is put together.
    const { again, comparedAgain, assembled } = await work(40, 'count');
    assert.deepEqual({ again, comparedAgain, assembled }, { again: 0, comparedAgain: 0, assembled: 0 });
    assert.ok(village.again > 0 && village.again * 5 < village.all, JSON.stringify(village));
    // Twice the design is twice the work, and no square of anything.
    assert.ok(larger.comparisons < 2.1 * fleet.comparisons, JSON.stringify([fleet, larger]));
  });

  it('judges of the many devices that a zone or a head-end is asked for only the one that was changed', async () => {
    const work = async (size: number) => {
      const design = await large(size);
      const edit = (from: Assessment, name: string) => {
        const { architecture } = from;
        const meter = architecture.components.get(name)!;
        return recorded(withElement(architecture, { ...meter, settings: meter.settings.slice(1) }), evaluatorOf(from));
      };
      const first = recorded(design);
      const second = edit(first, 'meter1');
      const third = edit(second, 'meter3');
      return [first, second, third].map((one) => evaluatorOf(one).membersJudged);
    };
    const [village, fleet] = [await work(40), await work(200)];
    assert.ok(village[1]! > 0 && fleet[0]! > 4 * village[0]!, JSON.stringify([village, fleet]));
    assert.deepEqual(fleet.slice(1), village.slice(1));
  });

  it('explains of a fleet as few as of a village again', async () => {
    const work = async (size: number) => {
      const design = await large(size);
      const before = recorded(design);
      const meter = design.components.get('meter1')!;
      const after = recorded(withElement(design, { ...meter, settings: meter.settings.slice(1) }), evaluatorOf(before));
      const explained = (assessment: Assessment): number => {
        for (const finding of assessment.findings) assert.ok(finding.reasons.length > 0);
        return evaluatorOf(assessment).reasons.work;
      };
      return { all: explained(before), findings: before.findings.length, again: explained(after) };
    };
    const [village, fleet] = [await work(40), await work(120)];
    assert.equal(village.all, village.findings);
    assert.equal(fleet.again, village.again);
    assert.ok(village.again > 0 && village.again * 4 < village.all, JSON.stringify(village));
  });

  it('tells the same where requirements refine each other in a circle', async () => {
    const rules = ['a', 'b', 'c'].map(
      (name, index) =>
        `define requirement r-${name} "R" {\n category integrity\n severity high\n applies to component where is smart-meter\n needs tamper-detection\n refines r-${['b', 'c', 'a'][index]}\n}`,
    );
    const text = [...rules, 'define profile mine { includes r-a, r-b, r-c }', 'design d { profile mine }'].join('\n');
    const workspace = await createWorkspace({
      'd.meter': `${text}\ncomponent m is smart-meter { count = 2 }\ncomponent n is smart-meter\n`,
    });
    const design = workspace.snapshot.designs[0]!;
    const before = recorded(design);
    const edited = withElement(design, { ...design.components.get('m')!, settings: [] });
    assert.deepEqual(said(recorded(edited, evaluatorOf(before))), said(review(edited, date)));
    assert.ok(before.findings.length > 0);
  });

  it('evaluates nothing where only the text moved, and nothing again that was undone', async () => {
    const workspace = await createWorkspace({ 'large.meter': largeDesign(20) });
    const before = workspace.snapshot.assessmentOf(workspace.snapshot.designs[0]!);
    await workspace.update('large.meter', `// A word.\n\n${largeDesign(20)}`);
    assert.equal(workspace.snapshot.assessmentOf(workspace.snapshot.designs[0]!), before);
  });

  it('starts anew on another day and with other profiles', async () => {
    const design = await large(6);
    const before = evaluatorOf(recorded(design));
    for (const other of [Evaluator.of(design, '2026-11-25'), Evaluator.of(design, date, ['x1332-core'], { records: true })]) {
      reviewWith(other, before);
      const { date: day, profiles } = other.facts;
      assert.equal(other.work, review(design, day, profiles).results.length);
    }
  });
});
