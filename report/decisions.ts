import type { SourceMap } from '../language/source/index.js';
import { clauseWords, type Demanded } from '../language/semantics/index.js';
import { idleDecisions, type Assessment } from '../review/index.js';
import type { Problem } from './problem.js';

/** The decisions that do nothing, or those of them in one file, as validation errors: hidden risks must not hide behind them. */
export function decisionProblems(assessments: readonly Assessment[], sources: SourceMap, file?: string): Problem[] {
  return idleDecisions(assessments, file).map((idle): Problem => {
    const { verb, until } = idle.decision;
    const range = sources.rangeOf(idle.decision);
    if (idle.why === 'incomplete') return { code: 'decision-incomplete', severity: 'error', message: incomplete(idle.lacks), range };
    const past =
      `This ${verb} ended on ${until}: what it covered is reported again. ` +
      'Decide anew with a later date, or repair the design and remove it.';
    const useless = `This ${verb} has no effect: nothing that it names is open here. Remove it, or correct the requirement or the element.`;
    return {
      code: idle.why === 'past' ? 'decision-past' : 'decision-without-effect',
      severity: 'warning',
      message: idle.why === 'past' ? past : useless,
      range,
    };
  });
}

function incomplete(lacks: readonly Demanded[]): string {
  const profiles = [...new Set(lacks.map(({ profile }) => `'${profile}'`))];
  const clauses = [...new Set(lacks.map(({ clause }) => clause))];
  return (
    `This accept has no effect: profile ${profiles.join(' and ')} demands ${clauses.map((one) => clauseWords[one]).join(' and ')}. ` +
    `Add ${clauses.map((one) => (one === 'until' ? "'until DATE'" : `'by "..."'`)).join(' and ')}.`
  );
}
