import { elementNamed, type Assessment } from '../../review/index.js';
import { stateReason } from '../../report/reasons.js';
import { capital, signs } from '../../report/words.js';
import { clauseRows, type ClauseRequirement, type ClauseRow } from '../../summary/clauses.js';
import type { Snapshot } from '../../workspace/index.js';
import type { CellLink, ShownTable, ShownColumn, ToldCell } from '../protocol/tables.js';
import { protocolRangeOf } from '../range.js';
import { tableMarks } from './marks.js';

/** What fits a line, and what one reads of why before one goes there. */
const [mostNames, mostReasons, mostLinks] = [6, 4, 6];

const columns: readonly ShownColumn[] = [
  { id: 'state', label: 'State', detail: '', group: '', shows: 'words' },
  { id: 'requirements', label: 'Requirements that point to it', detail: '', group: '', shows: 'text' },
  { id: 'elements', label: 'Elements that make it so', detail: '', group: '', shows: 'text' },
];

const note =
  'The state of a clause is the worst of the requirements that point to it, on the elements that it is about. It never says that a document is met.';

/** Every clause that the catalogue names, by document, also where all is well or nothing is asked. */
export function standardsTable(assessment: Assessment, snapshot: Snapshot): Omit<ShownTable, 'uri' | 'files' | 'title'> {
  const rows = rowsOf(assessment, snapshot);
  const { marks, characterOf } = tableMarks(rows.map(({ state }) => ({ state })));
  return {
    head: 'Clause',
    note,
    marks,
    columns,
    rows: rows.map((row) => ({
      id: idOf(row),
      label: row.clause,
      detail: row.unverified ? 'unverified' : '',
      group: documentWords(row),
      marks: characterOf({ state: row.state }),
      texts: [
        row.requirements.map(({ requirement, state, part }) => `${signs[state]} ${requirement}${part ? ' (in part)' : ''}`).join('; '),
        shortList(elementsOf(row)),
      ],
    })),
  };
}

/** What stands behind a clause, requirement by requirement, and why the worst of them are as they are. */
export function toldClause(id: string, assessment: Assessment, snapshot: Snapshot): ToldCell | null {
  const row = rowsOf(assessment, snapshot).find((one) => idOf(one) === id);
  if (row === undefined) return null;
  const deciding = row.requirements.filter(({ state }) => state === row.state);
  const others = row.requirements.filter(({ state }) => state !== row.state);
  const results = deciding.flatMap((one) => one.results.filter(({ element }) => one.elements.includes(element)));
  // What nobody is asked needs no reason for each element.
  const told = row.state === 'not applicable' ? [] : results.slice(0, mostReasons);
  const reasons = told.map((result) => `${result.requirement}: ${stateReason(result, assessment)}`);
  const left = row.state === 'not applicable' ? 0 : results.length - reasons.length;
  return {
    title: `${capital(row.state)}: ${row.standardName}, ${row.clause}${row.unverified ? ' (not checked against the text)' : ''}`,
    words: [...[...deciding, ...others].map(requirementWords), ...reasons, ...(left > 0 ? [`And ${left} more like these.`] : [])],
    links: [
      ...elementsOf(row)
        .slice(0, mostLinks)
        .flatMap((element): CellLink[] => {
          const declared = elementNamed(assessment.architecture, element);
          if (declared === undefined) return [];
          const range = snapshot.sources.rangeOf(declared);
          return [{ kind: 'text', label: `Text of ${element}`, uri: range.uri, range: protocolRangeOf(range) }];
        }),
      ...row.requirements
        .slice(0, mostLinks)
        .map(({ requirement }): CellLink => ({ kind: 'page', label: `Page of ${requirement}`, name: requirement })),
    ],
  };
}

/** A table and its cells are asked for one after the other: the rows are found once a review. */
function rowsOf(assessment: Assessment, snapshot: Snapshot): readonly ClauseRow[] {
  return snapshot.derived(assessment, 'clauses', () => clauseRows(assessment));
}

/** Names of standards hold no blank. */
function idOf({ standard, clause }: ClauseRow): string {
  return `${standard} ${clause}`;
}

function documentWords({ standardName, standardTitle, edition }: ClauseRow): string {
  const title = standardTitle === undefined || standardTitle === standardName ? '' : `: ${standardTitle}`;
  return `${standardName}${title}${edition === undefined ? '' : ` (${edition})`}`;
}

/** The elements that make the state what it is; of what nobody is asked, none. */
function elementsOf({ state, requirements }: ClauseRow): string[] {
  if (state === 'not applicable' || state === 'not asked') return [];
  return [...new Set(requirements.filter((one) => one.state === state).flatMap(({ elements }) => elements))];
}

function requirementWords({ requirement, title, state, part, unverified, elements }: ClauseRequirement): string {
  const told = [part ? 'in part' : '', unverified ? 'not checked against the text' : ''].filter((one) => one !== '');
  const of = told.length === 0 ? '' : ` (${told.join('; ')})`;
  const where = elements.length === 0 || state === 'not applicable' ? '' : ` on ${shortList(elements)}`;
  return `${signs[state]} ${title} (${requirement})${of}: ${state}${where}.`;
}

function shortList(names: readonly string[]): string {
  return names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more` : names.join(', ');
}
