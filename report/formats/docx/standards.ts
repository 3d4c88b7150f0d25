import type { Assessment } from '../../../review/index.js';
import { clauseRows, clauseStates, type ClauseRow } from '../../../summary/clauses.js';
import { documentLimits } from './limits.js';
import { headingAt, paragraph, run, runsOf, titleWords, type Blocks, type DocumentBlock } from './markup.js';
import { documentTable } from './table.js';

const open: readonly ClauseRow['state'][] = ['missing', 'weak'];

/** What the requirements come to, document by document: how many clauses have which state, and which of them are open. */
export function standardsBlocks(assessments: readonly Assessment[]): DocumentBlock[] {
  const told = assessments.map((assessment) => ({ assessment, rows: clauseRows(assessment) })).filter(({ rows }) => rows.length > 0);
  const title = headingAt(1, 'Standards');
  if (told.length === 0) return [title, paragraph('Normal', 'No requirement names a document.')];
  const left = told.length - documentLimits.designs;
  return [
    title,
    paragraph(
      'Lead',
      'The state of a clause is the worst of the requirements that point to it. A requirement may ask for less than the clause does: no ' +
        'state says that a document is met or violated.',
    ),
    ...told
      .slice(0, documentLimits.designs)
      .flatMap(({ assessment: { architecture }, rows }): DocumentBlock[] => [
        ...(assessments.length === 1 ? [] : [headingAt(2, architecture.design.title ?? architecture.design.name)]),
        ...documentsBlocks(rows),
      ]),
    ...(left > 0 ? [paragraph('Normal', `${left} further designs are left out here.`)] : []),
  ];
}

function documentsBlocks(rows: readonly ClauseRow[]): Blocks[] {
  const byStandard = new Map<string, ClauseRow[]>();
  for (const row of rows) byStandard.set(row.standard, [...(byStandard.get(row.standard) ?? []), row]);
  const asked = [...byStandard.values()].filter((own) => own.some(({ state }) => state !== 'not asked' && state !== 'not applicable'));
  const others = byStandard.size - asked.length;
  const note = `Of ${others} further ${others === 1 ? 'document' : 'documents'} nothing is asked here.`;
  return [
    documentTable({
      caption: 'Documents, the states of the clauses that requirements point to, and the clauses that are open.',
      columns: [
        { title: 'Document', share: 44 },
        { title: 'Clauses', share: 22 },
        { title: 'Open', share: 34 },
      ],
      rows: asked.map((own) => {
        const { standardName, standardTitle, edition } = own[0]!;
        const name = standardTitle === undefined || standardTitle === standardName ? '' : `\n${titleWords(standardTitle)}`;
        const openClauses = own.filter(({ state }) => open.includes(state)).map(({ clause }) => clause);
        return [
          runsOf(run(standardName, 'Strong'), `${name}${edition === undefined ? '' : ` (${edition})`}`),
          statesWords(own),
          clausesWords(openClauses),
        ];
      }),
      what: 'documents',
    }),
    ...(others === 0 ? [] : [paragraph('Note', note)]),
  ];
}

/** `3 missing, 12 met` */
function statesWords(rows: readonly ClauseRow[]): string {
  return clauseStates
    .map((state) => [rows.filter((row) => row.state === state).length, state] as const)
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`)
    .join(', ');
}

function clausesWords(clauses: readonly string[]): string {
  const more = clauses.length - documentLimits.names;
  return more > 0 ? `${clauses.slice(0, documentLimits.names).join(', ')} and ${more} more` : clauses.join(', ');
}
