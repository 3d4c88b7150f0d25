import { severities, type Severity } from '../../language/model/index.js';
import { clauseStates, type ClauseState } from '../../summary/clauses.js';
import { shapes, signs } from '../../report/words.js';
import { firstMark, noMark, type TableMark } from '../protocol/tables.js';

/** A state, and how much it matters where something is left to do. */
export interface Marked {
  readonly state: ClauseState;
  readonly severity?: Severity | undefined;
}

export function markWords({ state, severity }: Marked): string {
  return severity === undefined ? state : `${state}, ${severity}`;
}

/** The marks that a table shows, the worst first, and the character that stands for each. */
export function tableMarks(all: Iterable<Marked>): {
  readonly marks: readonly TableMark[];
  readonly characterOf: (mark?: Marked) => string;
} {
  const used = new Map<string, Marked>();
  for (const one of all) used.set(markWords(one), one);
  const weight = ({ state, severity }: Marked): number =>
    clauseStates.indexOf(state) * (severities.length + 1) + (severity === undefined ? 0 : severities.indexOf(severity));
  const ordered = [...used.values()].sort((one, other) => weight(one) - weight(other));
  const characters = new Map(ordered.map((one, at) => [markWords(one), String.fromCharCode(firstMark.charCodeAt(0) + at)]));
  return {
    marks: ordered.map((one): TableMark => {
      const { state, severity } = one;
      const sign = severity === undefined ? signs[state] : `${shapes[severity]}${signs[state]}`;
      return { sign, words: markWords(one), state, severity, isFinding: state === 'missing' || state === 'weak' };
    }),
    characterOf: (mark) => (mark === undefined ? noMark : characters.get(markWords(mark))!),
  };
}
