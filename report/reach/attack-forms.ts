import { inquiriesOf, type Firing } from '../../reach/index.js';
import type { Assessment, Result } from '../../review/index.js';
import { forTerminal } from '../clean.js';
import { tableText } from '../formats/csv/table.js';
import { jsonText } from '../formats/json-text.js';
import { attackCounts, attacksLegend, attacksTold, attackStates, attackStateWords, type AttackTold } from './attacks.js';

/** The ways to tell how the attacks of the catalogue stand to designs, by the word that asks for each. */
export const attackForms = {
  text: attacksText,
  json: attacksJson,
  csv: attacksCsv,
} satisfies Readonly<Record<string, (assessments: readonly Assessment[]) => string>>;

/** By state; with each what it comes to or why not, and the way. */
function attacksText(assessments: readonly Assessment[]): string {
  const designs = assessments.map((assessment) => {
    const { design } = assessment.architecture;
    const told = attacksTold(assessment);
    const groups = attackStates
      .map((one) => attackStateWords[one])
      .flatMap((state) => {
        const own = told.filter((one) => one.state === state);
        return own.length === 0 ? [] : [`${state}\n${own.map(attackText).join('')}`];
      });
    return `${design.title ?? design.name}: attacks, as of ${assessment.date}\n${attackCounts(told)}\n\n${groups.join('\n')}\n${attacksLegend}\n`;
  });
  return forTerminal(designs.join('\n'));
}

function attackText({ name, title, why, way }: AttackTold): string {
  return `  ${title} (${name})\n    ${why}\n${way.length === 0 ? '' : `    ${way.join(' > ')}\n`}`;
}

const columns = ['design', 'attack', 'title', 'state', 'why', 'restsOn', 'way'] as const;

/** One row an attack. */
function attacksCsv(assessments: readonly Assessment[]): string {
  const rows = assessments.flatMap((assessment) =>
    attacksTold(assessment).map(({ name, title, state, why, basis, way }) => {
      return [assessment.architecture.design.name, name, title, state, why, basis, way.join('; ')];
    }),
  );
  return tableText(columns, rows);
}

/** The same for programs, as `docs/reach.md` describes it. */
function attacksJson(assessments: readonly Assessment[]): string {
  const designs = assessments.map((assessment) => ({
    design: assessment.architecture.design.name,
    date: assessment.date,
    attacks: inquiriesOf(assessment)
      .attacks.now()
      .map(({ attack, answer }) => {
        const head = { attack: attack.name, title: attack.title ?? null, state: answer.state, restsOn: answer.basis };
        if (answer.basis !== 'steps') {
          return { ...head, open: answer.open.map(pairOf), unknown: answer.unknown.map(pairOf), met: answer.met.map(pairOf) };
        }
        const { way, stoppedBy, done, missing } = answer;
        const figure = done && { counts: done.hold, low: done.figure.low, high: done.figure.high ?? null };
        return { ...head, way: way.map(stepOf), stoppedBy, done: figure ?? null, missing: missing?.step ?? null };
      }),
  }));
  return jsonText({ version: 1, designs });
}

function stepOf({ step, subject, sure }: Firing): object {
  return { step: step.name, element: subject, sure };
}

function pairOf({ requirement, element }: Result): object {
  return { requirement, element };
}
