// What the attacks of the catalogue come to in designs. The six with figures were worked out by hand, from the steps and the two designs of each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { inquiriesOf, type AttackAnswer } from '../../reach/index.js';
import { attackForms } from '../../report/reach/attack-forms.js';
import { attacksTold } from '../../report/reach/attacks.js';
import type { Assessment } from '../../review/index.js';
import { nescorFile, nescorFiles } from '../accuracy/nescor.js';
import { exampleFiles, reviewOf } from '../support/reviewed.js';
import { root } from '../support/workspace.js';
import { choice, reviewText, runs, statements } from './small-designs.js';

async function scenario(number: number, twin: 'weak' | 'mitigated'): Promise<Assessment> {
  const file = nescorFile(number, twin);
  return (await reviewOf({ [file]: readFileSync(path.join(root, 'test/accuracy/nescor', file), 'utf8') })).assessments[0]!;
}

const answersOf = (assessment: Assessment): readonly AttackAnswer[] => inquiriesOf(assessment).attacks.now();
const told = (assessment: Assessment, number: number): string => {
  const { state, why } = attacksTold(assessment).find(({ name }) => name === `nescor-ami.${number}`)!;
  return `${state}: ${why}`;
};

describe('scenarios of NESCOR asked of a design', () => {
  for (const [number, weak, mitigated] of [
    // The clerk orders alone; a workflow of the head-end makes a second person agree.
    [1, 'possible: 90,000 homes switched', 'stopped: stopped by dual-approval on hes'],
    // How many meters share the key of a group, nobody says. A chip keeps it, and it would be the key of one meter only.
    [
      4,
      'possible: 1 to 24,000 metering points falsified',
      'stopped: stopped by hardware-key-storage on flatmeter and key-scope = per-device on flatmeter',
    ],
    // Surely one meter and one boiler, behind the one cabinet that is opened; how many cabinets there are, and whether meters share a key, is not said.
    [9, 'possible: 2 to 26,000 homes switched', 'stopped: stopped by origin-authentication on cut and message-integrity on cut'],
    [
      27,
      'possible: 110,000 homes switched',
      'stopped: stopped by secure-boot on meter, debug-lock on meter, hardware-key-storage on meter and key-scope = per-device on meter',
    ],
    // As of AMI.9, surely one meter behind one cabinet.
    [
      31,
      'possible: 1 to 80,000 homes switched',
      'stopped: stopped by origin-authentication on update, message-integrity on update and firmware-signature on update',
    ],
    [32, 'possible: 1 metering point falsified, one device at a time', 'stopped: stopped by local-port-authentication on meter'],
  ] as const) {
    it(`AMI.${number}`, async () => {
      assert.equal(told(await scenario(number, 'weak'), number), weak);
      assert.equal(told(await scenario(number, 'mitigated'), number), mitigated);
    });
  }

  it('are possible in each design that was drawn for them, and stopped in its twin', async () => {
    const numbers = nescorFiles().flatMap((file) => (file.endsWith('-weak.meter') ? [Number(/\d+/.exec(file)![0])] : []));
    const wrong: string[] = [];
    for (const number of numbers) {
      const [weak, mitigated] = [told(await scenario(number, 'weak'), number), told(await scenario(number, 'mitigated'), number)];
      if (!weak.startsWith('possible: ') || !mitigated.startsWith('stopped: ')) wrong.push(`AMI.${number}: ${weak} / ${mitigated}`);
    }
    assert.deepEqual(wrong, []);
    assert.equal(numbers.length, 29);
  });
});

describe('what attacks come to', () => {
  it('a control more makes none possible', async () => {
    const ranks = ['unconcerned', 'stopped', 'perhaps', 'possible'];
    await fc.assert(
      fc.asyncProperty(choice, async (one) => {
        const states = async (design: typeof one) =>
          new Map(
            answersOf(await reviewText(statements(design).join('\n'))).flatMap(({ attack, answer }) =>
              answer.basis === 'steps' ? [[attack.name, ranks.indexOf(answer.state)] as const] : [],
            ),
          );
        const before = await states({ ...one, said: { ...one.said, meter: [], disconnect: [], update: [] } });
        for (const [name, state] of await states(one)) assert.ok(state <= before.get(name)!, name);
      }),
      { ...runs, numRuns: 5 },
    );
  });

  it('is the same in whatever order a design is written', async () => {
    await fc.assert(
      fc.asyncProperty(choice, async (one) => {
        const all = statements(one);
        const [plain, mixed] = [await reviewText(all.join('\n')), await reviewText([...all].reverse().join('\n'))];
        const states = (assessment: Assessment) => answersOf(assessment).map(({ attack, answer }) => `${attack.name} ${answer.state}`);
        assert.deepEqual(states(mixed), states(plain));
      }),
      { ...runs, numRuns: 4 },
    );
  });

  it('says on what it rests: steps, requirements against the attack, or only those against its threats', async () => {
    const rules = [
      'define threat dark { leads to load-control-abuse }',
      'define requirement shut { severity high applies to component where is head-end needs secure-boot mitigates dark because "b" }',
      'define attack named "Named" { leads to dark countered by shut }',
      'define attack plain "Plain" { leads to dark }',
      'define attack stepped "Stepped" { leads to dark by open-local-port, switched-by-device }',
      'define profile own { includes shut }',
    ].join('\n');
    const design = 'design d { profile own }\ncomponent hes is head-end';
    const { assessments } = await reviewOf({ 'own.meter': rules, 'd.meter': design });
    const assessment = assessments.find(({ architecture }) => architecture.design.name === 'd')!;
    const own = attacksTold(assessment).filter(({ name }) => ['named', 'plain', 'stepped'].includes(name));
    assert.deepEqual(
      own.map(({ name, state, why, basis }) => `${name}: ${state}, ${why}; ${basis}`),
      [
        'named: possible, open: shut on hes; the requirements against it',
        'plain: perhaps, 1 of 1 answers to the requirements against its threats are open; none is known to be against it; the requirements against its threats',
        'stepped: not concerned, there is no place for the step "Local port is used by somebody without the right"; its steps',
      ],
    );
  });

  it('rests on the requirements that it names alone, where others point to the same place', async () => {
    const rules = [
      'define threat dark { leads to load-control-abuse }',
      'define requirement shut { severity high applies to component where is head-end needs secure-boot mitigates dark see nescor "X.1" because "b" }',
      'define requirement seen { severity high applies to component where is head-end needs tamper-detection mitigates dark see nescor "X.1" because "b" }',
      'define attack naming "Naming" { leads to dark countered by shut see nescor "X.1" }',
      'define attack silent "Silent" { leads to dark see nescor "X.1" }',
      'define profile own { includes shut, seen }',
    ].join('\n');
    const { assessments } = await reviewOf({
      'own.meter': rules,
      'd.meter': 'design d { profile own }\ncomponent hes is head-end { control secure-boot }',
    });
    const own = attacksTold(assessments.find(({ architecture }) => architecture.design.name === 'd')!);
    assert.deepEqual(
      own.flatMap(({ name, state, why }) => (['naming', 'silent'].includes(name) ? [`${name}: ${state}, ${why}`] : [])),
      ['silent: possible, open: seen on hes (1 of 2)', 'naming: stopped, met: shut on hes'],
    );
  });

  it('is told as text, table and JSON', async () => {
    const { assessments } = await reviewOf(exampleFiles());
    const riverside = assessments.filter(({ architecture }) => architecture.design.name === 'riverside');
    const text = attackForms.text(riverside);
    assert.match(
      text,
      /^Riverside Municipal AMI: attacks, as of 2026-11-24\n\d+ possible, \d+ perhaps, \d+ stopped, \d+ not concerned\n\npossible\n/,
    );
    assert.ok(text.includes('  Authorised employee orders a mass disconnect (nescor-ami.1)\n    stopped by dual-approval on disconnect\n'));
    const all = answersOf(riverside[0]!);
    const json = JSON.parse(attackForms.json(riverside)) as { designs: { attacks: { attack: string; state: string }[] }[] };
    assert.deepEqual(
      json.designs[0]!.attacks.map(({ attack, state }) => `${attack} ${state}`),
      all.map(({ attack, answer }) => `${attack.name} ${answer.state}`),
    );
    const rows = attackForms.csv(riverside).split('\r\n');
    assert.equal(rows[0], 'design,attack,title,state,why,restsOn,way');
    assert.equal(rows.filter((row) => row.startsWith('riverside,')).length, all.length);
  });
});
