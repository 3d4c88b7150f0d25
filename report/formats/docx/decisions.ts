import type { Assessment } from '../../../review/index.js';
import { decisionRegister } from '../../../summary/register.js';
import { locatePart } from '../../locate.js';
import { daysWords, reachWords } from '../../register.js';
import { capital } from '../../words.js';
import type { ReportContext } from '../format.js';
import { headingAt, paragraph, run, runsOf, titleWords, type DocumentBlock } from './markup.js';
import { documentTable } from './table.js';
import { stateRun } from './words.js';

/** Who accepted or excluded what, until when, why, and what the review would say without it. */
export function decisionsBlocks(assessments: readonly Assessment[], context: ReportContext): DocumentBlock[] {
  const entries = decisionRegister(assessments);
  if (entries.length === 0) return [headingAt(1, 'Decisions'), paragraph('Normal', 'Nothing was accepted or excluded.')];
  const rows = entries.map((entry) => {
    const { verb, requirement, title, standing, reason, owner, until, daysLeft, computed, decision } = entry;
    const { file, line } = locatePart(decision, context);
    const days = daysLeft === undefined ? '' : `, ${daysWords(daysLeft)}`;
    return [
      runsOf(run(`${capital(verb)}: ${titleWords(title)}`, 'Strong'), ' ', run(requirement, 'Code'), ` on ${reachWords(entry)}`),
      capital(standing),
      until === undefined ? 'no end' : `${until}${days}`,
      runsOf(reason ?? 'No reason is given.', owner === undefined ? undefined : run(`\n${owner}`, 'Soft')),
      computed === undefined ? 'not asked' : stateRun(computed),
      run(`${file}:${line}`, 'Soft'),
    ];
  });
  const table = documentTable({
    caption: 'Every requirement and element that a decision names. Risks that were accepted are open all the same.',
    columns: [
      { title: 'Decision', share: 27 },
      { title: 'Standing', share: 10 },
      { title: 'Until', share: 13 },
      { title: 'Reason and owner', share: 23 },
      { title: 'Without it', share: 10 },
      { title: 'Place', share: 17 },
    ],
    rows,
    what: 'decisions',
  });
  return [headingAt(1, 'Decisions'), table];
}
