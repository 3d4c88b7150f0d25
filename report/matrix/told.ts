import { severities, type Severity } from '../../language/model/index.js';
import type { Assessment } from '../../review/index.js';
import { threatsByElement, threatsByRequirement, type ThreatCell, type ThreatMatrix } from '../../summary/threat-matrix.js';
import { shapes, signs, titleOf } from '../words.js';

/** The matrices by the word that asks for each: threat by element, and requirement by threat. */
export const matrixSorts = ['threat', 'requirement-threat'] as const;
export type MatrixSort = (typeof matrixSorts)[number];

interface MatrixWords {
  readonly title: string;
  /** What a line is, and what its cells count. */
  readonly line: string;
  readonly counted: string;
  readonly legend: string;
  readonly matrixOf: (assessment: Assessment) => ThreatMatrix;
}

const stands =
  'A severity: so many are missing or weak, the worst of them as severe as that. Else the worst state, and how many are in it.';

export const matrixWords: Readonly<Record<MatrixSort, MatrixWords>> = {
  threat: {
    title: 'threats by element',
    line: 'element',
    counted: 'requirements',
    legend: `Of the requirements against a threat that apply to an element. ${stands} An empty cell: none applies.`,
    matrixOf: threatsByElement,
  },
  'requirement-threat': {
    title: 'requirements by threat',
    line: 'requirement',
    counted: 'elements',
    legend: `How a requirement stands on the elements that it applies to, at each threat that it works against. ${stands} Not concerned: it applies to nothing in this design.`,
    matrixOf: threatsByRequirement,
  },
};

export function matrixTitle(by: MatrixSort, { architecture: { design }, date }: Assessment): string {
  return `${titleOf(design)}: ${matrixWords[by].title}, as of ${date}`;
}

/** `critical`, `met`, `not concerned` */
export function cellWord({ state, severity, of }: ThreatCell): string {
  return of === 0 ? 'not concerned' : (severity ?? state);
}

/** `critical (2 of 5)` */
export function cellWords(cell: ThreatCell): string {
  return cell.of === 0 ? cellWord(cell) : `${cellWord(cell)} (${cell.names.length} of ${cell.of})`;
}

/** The shape of the severity, else the sign of the state. */
export function cellSign({ state, severity }: ThreatCell): string {
  return severity === undefined ? signs[state] : shapes[severity];
}

/** `critical (2 of 5 elements)` */
export function countedWords(cell: ThreatCell, what: string): string {
  return cell.of === 0 ? cellWord(cell) : `${cellWord(cell)} (${cell.names.length} of ${cell.of} ${what})`;
}

/** How many threats come to which severity at worst: `22 threats: 15 critical, 6 high, 1 with nothing missing or weak`. */
export function threatCounts({ threats }: ThreatMatrix): string {
  const of = (severity: Severity | undefined) => threats.filter(({ whole }) => whole.severity === severity).length;
  const counted = severities.map((severity) => [of(severity), severity] as const);
  const told = [...counted, [of(undefined), 'with nothing missing or weak'] as const].filter(([count]) => count > 0);
  return `${threats.length === 1 ? 'One threat' : `${threats.length} threats`}: ${told.map(([count, what]) => `${count} ${what}`).join(', ')}`;
}
