import { severities } from '../../../language/model/index.js';
import { countFindings } from '../../../summary/count.js';
import { tallyOf } from '../../../summary/tally.js';
import { managementSummary, type ManagementItem } from '../../management.js';
import type { Reviewed } from '../../problem.js';
import { shapes } from '../../words.js';
import { documentLimits } from './limits.js';
import { headingAt, paragraph, run, runsOf, titleWords, type Blocks, type DocumentBlock } from './markup.js';
import { documentTable } from './table.js';
import { severityRun } from './words.js';

/** What somebody reads who decides: how many findings there are, then sentences and lists; of several designs a row each. */
export function managementBlocks(reviewed: Reviewed): DocumentBlock[] {
  const { assessments } = reviewed;
  const parts = managementSummary(reviewed).flatMap(({ title, sentences, items, numbered }): DocumentBlock[] => [
    headingAt(2, title),
    ...(sentences.length === 0 ? [] : [paragraph(items.length === 0 ? 'Normal' : 'Lead', sentences.join(' '))]),
    ...items.map((item) => paragraph(numbered ? 'Number' : 'Bullet', itemRuns(item))),
  ]);
  return [
    headingAt(1, 'Management summary', true),
    ...(assessments.length === 0 ? [] : [countsBlocks(reviewed)]),
    ...parts,
    ...(assessments.length > 1 ? [headingAt(2, 'The designs'), designsBlocks(reviewed)] : []),
  ];
}

function itemRuns({ head, severity, words }: ManagementItem) {
  const chip = severity === undefined ? [] : [' ', severityRun(severity)];
  return runsOf(run(head, 'Strong'), ...chip, `\n${words}${/[.?!…]$/.test(words) ? '' : '.'}`);
}

function countsBlocks({ assessments }: Reviewed): Blocks {
  const { bySeverity, planned, unknown } = countFindings(assessments.flatMap(({ findings }) => findings));
  return documentTable({
    caption: 'How many findings there are of each severity, and how many wait for what is planned or for a fact.',
    columns: [...severities.map((severity) => `${shapes[severity]} ${severity}`), 'planned', 'unknown'].map((title) => ({
      title,
      share: 1,
      isNumber: true,
    })),
    rows: [[...severities.map((severity) => bySeverity[severity]), planned, unknown].map((count) => run(count, 'Strong'))],
    what: 'counts',
  });
}

function designsBlocks({ assessments }: Reviewed): Blocks {
  return documentTable({
    caption: 'What was reviewed, and how many findings each design has.',
    columns: [
      { title: 'Design', share: 30 },
      { title: 'Version', share: 9 },
      { title: 'Owner', share: 18 },
      { title: 'Against', share: 15 },
      ...['Findings', ...severities.map((severity) => shapes[severity]), 'Met'].map((title) => ({ title, share: 7, isNumber: true })),
    ],
    rows: assessments.map(({ architecture: { design }, profiles, findings, results }) => {
      const { open, bySeverity, states } = tallyOf(findings, results);
      const counts = [open, ...severities.map((severity) => bySeverity[severity]), states.met];
      return [
        run(titleWords(design.title ?? design.name), 'Strong'),
        titleWords(design.version ?? ''),
        titleWords(design.owner ?? ''),
        profiles.join(', '),
        ...counts.map(String),
      ];
    }),
    most: documentLimits.rows,
    what: 'designs',
  });
}
