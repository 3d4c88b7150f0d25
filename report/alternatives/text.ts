import type { Alternative, AlternativesTold } from '../../history/alternatives.js';
import type { Finding } from '../../review/index.js';
import { forTerminal } from '../clean.js';
import { findingWords } from '../timeline/words.js';
import { alternativeName, alternativeRows } from './rows.js';

/** For a terminal: the table with a column for each alternative, which of them no other beats, then what each variant ends and begins. */
export function alternativesText(designs: readonly AlternativesTold[]): string {
  return forTerminal(designs.map(ofDesign).join('\n'));
}

function ofDesign(told: AlternativesTold): string {
  const [base, ...variants] = told.all;
  const { architecture, date } = base!.assessment;
  const head = `${architecture.design.title ?? architecture.design.name}: as it is and with each variant, as of ${date}\n`;
  const titles = variants.map(({ variant }) => (variant!.title === undefined ? '' : `  ${variant!.name}: ${variant!.title}\n`)).join('');
  return [
    head,
    `${titles}${titles === '' ? '' : '\n'}${table(told)}`,
    `${frontWords(told)}\n`,
    ...variants.map((one) => changes(one, base!)),
    legend(told),
  ].join('\n');
}

function table(told: AlternativesTold): string {
  const rows = alternativeRows(told);
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

/** Which alternatives no other beats, in a sentence. */
function frontWords({ all }: AlternativesTold): string {
  return `Beaten by none: ${listed(all.filter(({ beatenBy }) => beatenBy.length === 0).map(alternativeName))}.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

function changes(one: Alternative, base: Alternative): string {
  const lines = (word: string, findings: readonly Finding[], { assessment }: Alternative) =>
    findings.map((finding) => `  ${word.padEnd(6)} ${findingWords(finding, assessment)}`);
  const found = [
    ...lines('gone', one.gone, base),
    ...lines('new', one.added, one),
    ...lines('graver', one.graver, one),
    ...lines('eased', one.eased, one),
  ];
  const { unknown } = one.cost;
  const cost = unknown.length === 0 || one.cost.currency === undefined ? [] : [`  cost not given: ${listed(unknown)}`];
  return [`With ${alternativeName(one)}:`, ...(found.length === 0 ? ['  the same findings'] : found), ...cost, ''].join('\n');
}

function legend({ hasCosts }: AlternativesTold): string {
  const cost = hasCosts ? ' and cost' : '';
  return `Counted is what is missing or weak. One beats another that is no worse in any of findings by severity, homes and metering points${cost}, and better in one.\n`;
}
