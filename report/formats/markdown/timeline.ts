import type { Timeline, TimelineSpan } from '../../../history/timeline.js';
import { rowOf, timelineHeads } from '../../timeline/rows.js';
import { changeWords, clearWords, findingWords, neverWords, phaseWords, stagedWords, timelineTitle } from '../../timeline/words.js';
import { mdTable, mdText } from './escape.js';

const mostLines = 100;

/** The first clear day, the table of the phases, what is to be done by when, and what no phase ends. */
export function timelineMd(told: Timeline): string {
  const [first, ...later] = told.spans;
  const last = told.spans.at(-1)!.assessment;
  return [
    `# ${mdText(`${timelineTitle(told)}: from phase to phase, as of ${told.date}`)}`,
    `**${mdText(clearWords(told))}**`,
    mdTable(
      timelineHeads(first!).map(mdText),
      told.spans.map((span) => rowOf(span).map(mdText)),
    ),
    ...later.flatMap((span) => [`## ${mdText(`By ${span.from} (${phaseWords(span)})`)}`, changesMd(span)]),
    '## What no phase ends',
    mdText(neverWords(told)),
    ...(told.never.length === 0 ? [] : [listMd(told.never.map((finding) => findingWords(finding, last)))]),
  ].join('\n\n');
}

function changesMd({ steps, changes }: TimelineSpan): string {
  const all = [
    ...steps.map((step) => `${step.comes ? 'comes' : 'goes'} ${stagedWords(step)}`),
    ...changes.map((change) => changeWords(change).replace(/ +/, ' ')),
  ];
  return all.length === 0 ? 'Nothing changes.' : listMd(all);
}

function listMd(lines: readonly string[]): string {
  const left = lines.length - mostLines;
  return [...lines.slice(0, mostLines).map((line) => `- ${mdText(line)}`), ...(left > 0 ? [`- **and ${left} more**`] : [])].join('\n');
}
