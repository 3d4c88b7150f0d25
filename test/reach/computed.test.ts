// What requirements that ask for a figure of reach come to. The figures of riverside were worked out by hand (docs/reach.md).
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { figuresOf, footholdsOf, inquiriesOf, reachOf, yieldNames } from '../../reach/index.js';
import { openSentence } from '../../report/message.js';
import { Evaluator, evaluatorOf, review, reviewWith, type Assessment } from '../../review/index.js';
import { exampleFiles, referenceDesigns, reviewOf } from '../support/reviewed.js';
import { createWorkspace } from '../support/workspace.js';
import { choice, reviewText, runs, statements } from './small-designs.js';

const date = '2026-11-24';

function rule(name: string, needs: string, where = 'is managed-system or is field-device or is person'): string {
  return `define requirement ${name} { severity high applies to component where ${where} needs ${needs} mitigates mass-disconnect because "b" guidance "g" }`;
}

const rules = [
  rule('few-switched', 'switchable-homes <= 50000'),
  rule('few-read', 'readable-homes <= 50000'),
  rule('few-falsified', 'falsifiable-points <= 50000'),
  'define profile bounded { includes few-switched, few-read, few-falsified }',
].join('\n');

async function riverside(change: (text: string) => string = (text) => text): Promise<Assessment> {
  const files = exampleFiles();
  const text = change(files['riverside.meter']!);
  const { assessments } = await reviewOf({
    ...files,
    'riverside.meter': text.replace(/profile x1332\b/, 'profile x1332, bounded'),
    'own.meter': rules,
  });
  return assessments.find(({ architecture }) => architecture.design.name === 'riverside')!;
}

const own = (assessment: Assessment, requirement: string): string[] =>
  assessment.results
    .flatMap((one) => (one.requirement === requirement && one.state !== 'not applicable' ? [`${one.element} ${one.state}`] : []))
    .sort();

describe('requirements that ask how far an attacker gets', () => {
  it('come to what a person works out for riverside', async () => {
    const assessment = await riverside();
    assert.deepEqual(own(assessment, 'few-switched'), [
      'dcu missing',
      'hes missing',
      'kms missing',
      'mdms met',
      'meter missing',
      'ops met',
      'probe missing',
    ]);
    assert.deepEqual(own(assessment, 'few-read'), [
      'dcu missing',
      'hes missing',
      'kms missing',
      'mdms missing',
      'meter missing',
      'ops met',
      'probe missing',
    ]);
    assert.deepEqual(own(assessment, 'few-falsified'), [
      'dcu missing',
      'hes missing',
      'kms missing',
      'mdms missing',
      'meter missing',
      'ops met',
      'probe missing',
    ]);
  });

  it('say how many, and offer nothing to state', async () => {
    const assessment = await riverside();
    const finding = assessment.findings.find(({ requirement, element }) => requirement === 'few-switched' && element === 'kms')!;
    assert.equal(openSentence(finding, assessment), "Key-management-system 'kms' has switchable-homes 250000, not at most 50000");
  });

  it('are met where each meter has a key of its own and a cabinet reaches only its own meters', async () => {
    const assessment = await riverside((text) => text.replace('key-scope = fleet', 'key-scope = per-device'));
    const states = own(assessment, 'few-switched');
    assert.ok(states.includes('meter met') && states.includes('dcu met') && states.includes('hes missing'), states.join(', '));
  });
});

describe('what is computed for requirements', () => {
  it('is what the table by position says of one instance', async () => {
    for (const files of [exampleFiles(), ...referenceDesigns().values()]) {
      for (const assessment of (await reviewOf(files)).assessments) {
        const figures = figuresOf(evaluatorOf(assessment));
        const seen = new Set<string>();
        for (const { foothold, reached } of reachOf(assessment).positions) {
          if (seen.has(foothold.element)) continue;
          seen.add(foothold.element);
          for (const hold of yieldNames)
            assert.deepEqual(figures.of(foothold.element, hold), reached[hold].figure, `${foothold.element} ${hold}`);
        }
        assert.equal(seen.size, new Set(footholdsOf(evaluatorOf(assessment)).map(({ element }) => element)).size);
      }
    }
  });

  it('is the same with and without requirements that ask for it, and these change no other result', async () => {
    await fc.assert(
      fc.asyncProperty(choice, async (one) => {
        const text = statements(one).join('\n');
        const plain = await reviewText(text);
        const asking = review(plain.architecture, date, [...plain.profiles], figuresOf);
        const withRules = await reviewText(`${text}\n${rules}`);
        const design = withRules.architecture;
        const both = review(design, date, [...plain.profiles, 'bounded'], figuresOf);
        const table = (assessment: Assessment) =>
          reachOf(assessment).positions.map(({ foothold, reached }) => [
            foothold.element,
            foothold.extent,
            ...yieldNames.map((hold) => reached[hold].figure),
          ]);
        assert.deepEqual(table(both), table(plain));
        const states = (assessment: Assessment) =>
          assessment.results.flatMap(({ requirement, element, computed }) =>
            requirement.startsWith('few-') ? [] : [`${requirement} ${element} ${computed}`],
          );
        assert.deepEqual(states(both), states(asking));
        const attacks = (assessment: Assessment) =>
          inquiriesOf(assessment)
            .attacks.now()
            .map(({ attack, answer }) => `${attack.name} ${answer.state}`);
        assert.deepEqual(attacks(both), attacks(plain));
      }),
      { ...runs, numRuns: 4 },
    );
  });

  it('is not known where nobody says how many there are, and decides where both ends do', async () => {
    const design = (count: string) =>
      [
        'design d { profile bounded }',
        'zone home is customer-premises zone rz is head-end-dmz zone desk is back-office',
        'data off is disconnect-command',
        `component meter is smart-meter in home { ${count} remote-switch = breaker }`,
        'component hes is head-end in rz',
        'link wan: hes <-> meter over lte',
        'flow cut is remote-disconnect: hes -> meter carries off',
      ].join('\n');
    const statesOf = async (count: string, bound: number) => {
      const text = ['define profile bounded { includes few }', rule('few', `switchable-homes <= ${bound}`, 'is head-end')].join('\n');
      const { assessments } = await reviewOf({ 'd.meter': design(count), 'own.meter': text });
      return own(
        assessments.find(({ architecture }) => architecture.design.name === 'd')!,
        'few',
      );
    };
    assert.deepEqual(await statesOf('', 50), ['hes unknown']);
    assert.deepEqual(await statesOf('', 0), ['hes missing']);
    assert.deepEqual(await statesOf('count = 40', 50), ['hes met']);
    assert.deepEqual(await statesOf('count = 60', 50), ['hes missing']);
  });

  it('is the same after an edit as in a first review', async () => {
    const files = exampleFiles();
    const base = files['riverside.meter']!.replace(/profile x1332\b/, 'profile x1332, bounded');
    const versions = [
      base,
      base.replace('key-scope = fleet', 'key-scope = per-device'),
      base.replace(/count = 250000/, 'count = 40000'),
      base,
    ];
    const designs = await Promise.all(
      versions.map(async (text) => {
        const workspace = await createWorkspace({ ...files, 'riverside.meter': text, 'own.meter': rules });
        return workspace.snapshot.designs.find(({ design }) => design.name === 'riverside')!;
      }),
    );
    const recording = (design: (typeof designs)[number]) =>
      Evaluator.of(design, date, design.design.profiles, { records: true, computes: figuresOf });
    let before: Evaluator | undefined;
    for (const design of designs) {
      // The same catalogue in all of them, as in an editor.
      const now = recording({ ...design, catalogue: designs[0]!.catalogue });
      const states = reviewWith(now, before).results.map(({ requirement, element, state }) => `${requirement} ${element} ${state}`);
      const fresh = reviewWith(recording({ ...design, catalogue: designs[0]!.catalogue })).results;
      assert.deepEqual(
        states,
        fresh.map(({ requirement, element, state }) => `${requirement} ${element} ${state}`),
      );
      before = now;
    }
  });
});
