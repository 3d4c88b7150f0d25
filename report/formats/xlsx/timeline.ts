import type { Timeline, TimelineSpan } from '../../../history/timeline.js';
import { harmTitleOf, rowOf, timelineHeads } from '../../timeline/rows.js';
import { changeWords, clearWords, findingWords, neverWords, phaseWords, stagedWords } from '../../timeline/words.js';
import { wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** A row for each stretch of days; below them the first clear day of each design. */
export function spansSheet(timelines: readonly Timeline[]): Sheet {
  const harms = [...new Set(timelines.flatMap(({ spans }) => spans[0]!.harms.map(harmTitleOf)))];
  const heads = timelineHeads({ harms: [] });
  const rows = timelines.flatMap(({ architecture, spans }) =>
    spans.map((span): Cell[] => {
      const told = rowOf(span);
      const figures = harms.map((title) => told[heads.length + span.harms.findIndex((one) => harmTitleOf(one) === title)] ?? '');
      return [architecture.design.name, ...told.slice(0, heads.length).map(numbered), ...figures];
    }),
  );
  return {
    name: 'Phases',
    columns: [
      { title: 'Design', width: 18 },
      ...heads.map((title, index) => ({ title, width: index === 1 ? 30 : index > heads.length - 3 ? 22 : 12 })),
      ...harms.map((title) => ({ title, width: 26 })),
    ],
    rows,
    frozen: 2,
    notes: timelines.flatMap((one) => [
      `${one.architecture.design.name}: ${clearWords(one)}`,
      `${one.architecture.design.name}: ${neverWords(one)}`,
    ]),
  };
}

/** What has to be there by when, what that ends and begins, and what no phase ends: a row each. */
export function stepsSheet(timelines: readonly Timeline[]): Sheet {
  return {
    name: 'By when',
    columns: [
      { title: 'Design', width: 18 },
      { title: 'By', width: 12 },
      { title: 'Phase', width: 30 },
      { title: 'What', width: 12 },
      { title: 'Of what', width: 110 },
    ],
    rows: timelines.flatMap((told) => {
      const { name } = told.architecture.design;
      const last = told.spans.at(-1)!.assessment;
      return [
        ...told.spans.slice(1).flatMap((span) => rowsOf(span).map((row): Cell[] => [name, span.from, phaseWords(span), ...row])),
        ...told.never.map((finding): Cell[] => [name, '', '', 'never ends', wrappedCell(findingWords(finding, last))]),
      ];
    }),
    frozen: 2,
    notes: ['What comes has to be there by that day. The rows that never end are critical or high in the last phase.'],
  };
}

function rowsOf({ steps, changes }: TimelineSpan): Cell[][] {
  return [
    ...steps.map((step): Cell[] => [step.comes ? 'comes' : 'goes', wrappedCell(stagedWords(step))]),
    ...changes.map((change): Cell[] => {
      const [what, words] = split(changeWords(change));
      return [what, wrappedCell(words)];
    }),
  ];
}

/** `begins  ■ critical ...`: the verb stands apart. */
function split(words: string): [string, string] {
  const [, what, rest] = /^(\S+) +(.*)$/s.exec(words) ?? [words, words, ''];
  return [what, rest];
}

/** Days, counts and devices are numbers, so that they can be added up. */
function numbered(text: string, index: number): Cell {
  const plain = text.replaceAll(',', '');
  return index > 1 && /^\d+$/.test(plain) ? { number: Number(plain) } : text;
}
