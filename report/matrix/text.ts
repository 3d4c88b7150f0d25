import { compareStates, compareSeverities } from '../../language/semantics/index.js';
import type { Assessment } from '../../review/index.js';
import type { ThreatCell, ThreatLine } from '../../summary/threat-matrix.js';
import { forTerminal, oneLine } from '../clean.js';
import { listed } from '../words.js';
import { matrixTitle, matrixWords, countedWords, cellSign, cellWords, threatCounts, type MatrixSort } from './told.js';

/** So many names stand behind a line. */
const mostNames = 3;

/** For a terminal, which is too narrow for a grid: threat by threat what is against it, the worst first. */
export function matrixText(assessments: readonly Assessment[], by: MatrixSort): string {
  return forTerminal(assessments.map((one) => ofDesign(one, by)).join('\n'));
}

function ofDesign(assessment: Assessment, by: MatrixSort): string {
  const { legend, line, matrixOf } = matrixWords[by];
  const matrix = matrixOf(assessment);
  const groups = matrix.threats.map(({ name, title, whole }) => {
    const own = matrix.lines.flatMap((one) => (one.cells.has(name) ? [{ ...one, cell: one.cells.get(name)! }] : []));
    const width = Math.max(...own.map(({ cell }) => cellWords(cell).length));
    const lines = [...own].sort((one, other) => worseFirst(one.cell, other.cell)).map((one) => lineText(one, width));
    return `${namedWords(title, name)}: ${countedWords(whole, `${line}s`)}\n${lines.join('')}`;
  });
  return [`${matrixTitle(by, assessment)}\n${threatCounts(matrix)}\n`, ...groups, `${legend}\n`].join('\n');
}

function lineText({ name, title, cell }: Pick<ThreatLine, 'name' | 'title'> & { readonly cell: ThreatCell }, width: number): string {
  const more = cell.names.length - mostNames;
  const names = listed(more > 0 ? [...cell.names.slice(0, mostNames), `${more} more`] : cell.names, 'and');
  const isOpen = cell.severity !== undefined || !['met', 'not applicable'].includes(cell.state);
  return `  ${cellSign(cell)} ${cellWords(cell).padEnd(width)}  ${namedWords(title, name)}${isOpen ? `: ${names}` : ''}\n`;
}

function namedWords(title: string | undefined, name: string): string {
  return title === undefined ? name : `${oneLine(title)} (${name})`;
}

function worseFirst(one: ThreatCell, other: ThreatCell): number {
  if (one.severity !== undefined && other.severity !== undefined) return compareSeverities(one.severity, other.severity);
  return compareStates(one.state, other.state);
}
