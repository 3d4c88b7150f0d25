import type { SourceMap } from '../language/source/index.js';
import type { Demand } from '../language/model/index.js';
import type { Demanded } from '../language/semantics/index.js';
import { idleDecisions, type Assessment } from '../review/index.js';
import { problemOf, type Problem } from './problem.js';

/** Another profile than the usual one says nothing about what the decisions are for; what it demands of them holds all the same. */
export function decisionsToTell(
  assessments: readonly Assessment[],
  sources: SourceMap,
  isUsualProfile: boolean,
  file?: string,
): readonly Problem[] {
  return decisionProblems(assessments, sources, file).filter(({ code }) => isUsualProfile || code === 'decision-incomplete');
}

/** The decisions that do nothing, or those of them in one file, as validation errors: hidden risks must not hide behind them. */
export function decisionProblems(assessments: readonly Assessment[], sources: SourceMap, file?: string): Problem[] {
  return idleDecisions(assessments, file).map((idle): Problem => {
    const { verb, until } = idle.decision;
    const range = sources.rangeOf(idle.decision);
    switch (idle.why) {
      case 'incomplete':
        return problemOf({ code: 'decision-incomplete', severity: 'error', what: ['lacks', ...lacking(idle.lacks)], range });
      case 'past':
        return problemOf({ code: 'decision-past', severity: 'warning', what: ['over', verb, until], range });
      default:
        return problemOf({ code: 'decision-without-effect', severity: 'warning', what: ['useless', verb], range });
    }
  });
}

/** The profiles that demand something, and the clauses that they demand. */
function lacking(lacks: readonly Demanded[]): [profiles: string[], clauses: Demand[]] {
  return [[...new Set(lacks.map(({ profile }) => profile))], [...new Set(lacks.map(({ clause }) => clause))]];
}
