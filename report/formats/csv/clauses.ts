import { oncePer } from '../../../language/semantics/index.js';
import { leavesOf, type Assessment, type Result } from '../../../review/index.js';
import { clauseRows } from '../../../summary/clauses.js';
import { evidenceWords } from '../../evidence.js';
import type { Reviewed } from '../../problem.js';
import { decisionWords } from '../../register.js';
import { inPieces } from '../format.js';
import { tablePieces } from './table.js';

export const clausesCsv = inPieces({
  id: 'clauses-csv',
  label: 'Clauses of standards (CSV)',
  description: 'every clause that the catalogue cites, with the state of the design',
  extension: 'clauses.csv',
  pieces: toCsv,
});

const columns = [
  'design',
  'standard',
  'standard title',
  'edition',
  'clause',
  'reference',
  'state',
  'requirements',
  'elements',
  'evidence',
  'planned for',
  'decisions',
  'design owner',
] as const;

/** One row a clause, also where all is well or nothing is asked. */
function toCsv({ assessments }: Reviewed): Iterable<string> {
  return tablePieces(columns, rowsOf(assessments));
}

function* rowsOf(assessments: readonly Assessment[]): Iterable<string[]> {
  for (const assessment of assessments) {
    const { architecture } = assessment;
    // A requirement stands behind many clauses: what a result says is found once.
    const evidence = oncePer((result: Result) => evidenceWords(result, architecture));
    const plans = oncePer(plansOf);
    for (const row of clauseRows(assessment)) {
      const behind = row.requirements.flatMap(({ results }) => results);
      // The elements are those that make the state what it is.
      const elements = row.requirements.filter(({ state }) => state === row.state).flatMap((one) => one.elements);
      yield [
        row.design,
        row.standardName,
        row.standardTitle ?? '',
        row.edition ?? '',
        row.clause,
        row.unverified ? 'unverified' : 'checked',
        row.state,
        row.requirements.map(({ requirement, part, state }) => `${requirement} (${part ? 'in part, ' : ''}${state})`).join('; '),
        row.state === 'not asked' || row.state === 'not applicable' ? '' : [...new Set(elements)].join('; '),
        each(behind, evidence),
        each(behind, plans),
        each(behind, ({ decision }) => (decision === undefined ? '' : decisionWords(decision))),
        architecture.design.owner ?? '',
      ];
    }
  }
}

/** What some results say, each text once. */
function each(results: readonly Result[], tell: (result: Result) => string): string {
  return [...new Set(results.map(tell).filter((words) => words !== ''))].join('; ');
}

/** The days of the plans that a result waits for. */
function plansOf({ gaps }: Result): string {
  const sources = gaps === undefined ? [] : leavesOf(gaps).flatMap((leaf) => (leaf.kind === 'control' ? leaf.sources : []));
  return [...new Set(sources.flatMap(({ due }) => due ?? []))].join(', ');
}
