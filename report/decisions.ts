import type { SourceMap } from '../language/source/index.js';
import type { Demanded } from '../language/semantics/index.js';
import { says } from '../language/wellformed/words/index.js';
import { idleDecisions, type Assessment } from '../review/index.js';
import type { Problem } from './problem.js';

/** The decisions that do nothing, or those of them in one file, as validation errors: hidden risks must not hide behind them. */
export function decisionProblems(assessments: readonly Assessment[], sources: SourceMap, file?: string): Problem[] {
  return idleDecisions(assessments, file).map((idle): Problem => {
    const { verb, until } = idle.decision;
    const range = sources.rangeOf(idle.decision);
    switch (idle.why) {
      case 'incomplete':
        return { code: 'decision-incomplete', severity: 'error', message: incomplete(idle.lacks), range };
      case 'past':
        return { code: 'decision-past', severity: 'warning', message: says['decision-past'].over(verb, until), range };
      default:
        return { code: 'decision-without-effect', severity: 'warning', message: says['decision-without-effect'].useless(verb), range };
    }
  });
}

function incomplete(lacks: readonly Demanded[]): string {
  const profiles = [...new Set(lacks.map(({ profile }) => profile))];
  return says['decision-incomplete'].lacks(profiles, [...new Set(lacks.map(({ clause }) => clause))]);
}
