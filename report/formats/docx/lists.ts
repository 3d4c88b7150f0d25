import type { Assessment } from '../../../review/index.js';
import { countFindings } from '../../../summary/count.js';
import { hasEvidence, statedControls } from '../../../summary/evidence.js';
import { groupQuestions } from '../../../summary/questions.js';
import { severityWords } from '../../count.js';
import { plannedWords } from '../../evidence.js';
import { locate, locatePart } from '../../locate.js';
import { actingParties } from '../../management.js';
import type { Problem } from '../../problem.js';
import { questionText } from '../../questions.js';
import { listed } from '../../words.js';
import type { ReportContext } from '../format.js';
import { documentLimits } from './limits.js';
import { headingAt, paragraph, run, runsOf, type DocumentBlock } from './markup.js';
import { documentTable } from './table.js';
import { severityRun } from './words.js';

/** What only people can answer: a row a question, with what it is asked of. */
export function questionsBlocks(assessments: readonly Assessment[]): DocumentBlock[] {
  const groups = groupQuestions(assessments);
  const title = headingAt(1, 'Questions to the supplier');
  if (groups.length === 0) return [title, paragraph('Normal', 'Nothing is left that only people can answer.')];
  const rows = groups.map((group) => [
    run(questionText(group), 'Strong'),
    run(group.about, 'Code'),
    namesWords(group.elements),
    severityRun(group.severity),
    String(group.findings.length),
  ]);
  const table = documentTable({
    caption: 'No fix writes the answers: whether a test was held, a certificate is there or how many devices there are, only people know.',
    columns: [
      { title: 'Question', share: 38 },
      { title: 'About', share: 17 },
      { title: 'Of', share: 24 },
      { title: 'Worst', share: 11 },
      { title: 'Findings that wait', share: 10, isNumber: true },
    ],
    rows,
    what: 'questions',
  });
  return [title, table];
}

/** Whose turn it is. */
export function actingBlocks(assessments: readonly Assessment[]): DocumentBlock[] {
  const parties = actingParties(assessments);
  const title = headingAt(1, 'Who has to act');
  if (parties.length === 0) return [title, paragraph('Normal', 'Nobody: nothing is open.')];
  const rows = parties.map(([who, findings]) => {
    const { open, bySeverity, planned, unknown } = countFindings(findings);
    return [run(who, 'Strong'), String(open), severityWords(bySeverity), String(planned), String(unknown)];
  });
  const table = documentTable({
    caption: 'Who can change the elements that findings are on. A finding that takes two parties counts for both.',
    columns: [
      { title: 'Who', share: 40 },
      { title: 'Findings', share: 10, isNumber: true },
      { title: 'Of them', share: 30 },
      { title: 'Planned', share: 10, isNumber: true },
      { title: 'Unknown', share: 10, isNumber: true },
    ],
    rows,
    what: 'parties',
  });
  return [title, table];
}

/** What the designs say is there or will be, and what they name for it. */
export function controlsBlocks(assessments: readonly Assessment[], context: ReportContext): DocumentBlock[] {
  const title = headingAt(1, 'Stated controls');
  const rows = assessments.flatMap(({ architecture }) =>
    statedControls(architecture).map((one) => {
      const { file, line } = locatePart(one.statement, context);
      return [
        runsOf(run(one.control, 'Code'), ' on ', run(one.element, 'Code')),
        one.mechanisms.join(', '),
        plannedWords(one),
        hasEvidence(one) ? one.evidence : 'No evidence is named.',
        run(`${file}:${line}`, 'Soft'),
      ];
    }),
  );
  if (rows.length === 0)
    return [title, paragraph('Normal', 'No control is stated: whatever is met is so by protocols, products and facts.')];
  const table = documentTable({
    caption: 'Controls that are stated by themselves; what protocols and products bring about is not listed.',
    columns: [
      { title: 'Control', share: 30 },
      { title: 'By', share: 15 },
      { title: 'Plan', share: 12 },
      { title: 'Evidence', share: 26 },
      { title: 'Place', share: 17 },
    ],
    rows,
    what: 'controls',
  });
  return [title, table];
}

/** The validation errors: what they hide is not reviewed. */
export function problemsBlocks(problems: readonly Problem[], { toPath }: ReportContext): DocumentBlock[] {
  const told = problems.filter(({ severity }) => severity !== 'hint');
  if (told.length === 0) return [];
  const rows = told.map(({ code, severity, message, range }) => {
    const { file, line } = locate(range, toPath);
    return [severity, run(code, 'Code'), message, run(`${file}:${line}`, 'Soft')];
  });
  const table = documentTable({
    caption: 'What errors hide is not reviewed.',
    columns: [
      { title: 'Sort', share: 10 },
      { title: 'Code', share: 20 },
      { title: 'What is wrong', share: 50 },
      { title: 'Place', share: 20 },
    ],
    rows,
    what: 'validation errors',
  });
  return [headingAt(1, 'Validation errors'), table];
}

function namesWords(names: readonly string[]): string {
  const more = names.length - documentLimits.names;
  return listed(more > 0 ? [...names.slice(0, documentLimits.names), `${more} more`] : names, 'and');
}
