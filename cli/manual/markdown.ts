import { argumentWords, usageOf } from '../help.js';
import { explained, optionAsWritten } from '../option.js';
import type { Verb } from '../verb.js';

/** The reference of all verbs for the handbook, a section each. */
export function referenceOf(verbs: readonly Verb[]): string {
  const usage = ['    ' + [...verbs.map(usageOf), 'meterlint --version'].join('\n    ')];
  return [...usage, ...verbs.map(sectionOf)].join('\n\n');
}

function sectionOf(verb: Verb): string {
  const args = verb.args.map((one) => [one.name, argumentWords(one)]);
  const options = Object.entries(verb.options).map(([name, option]) => [
    `\`${optionAsWritten(name, option)}\``,
    explained(option) + (option.fallback === undefined ? '' : `; \`${option.fallback}\` by default`),
  ]);
  return [
    `### ${usageOf(verb)}`,
    `${verb.summary[0]!.toUpperCase()}${verb.summary.slice(1)}.`,
    ...verb.about,
    ...table(['argument', 'meaning'], args),
    ...table(['option', 'meaning'], options),
    ...(verb.examples.length === 0
      ? []
      : [verb.examples.map(({ line, told }) => `    ${line.padEnd(longest(verb))}  # ${told}`).join('\n')]),
    ...table(
      ['exit code', 'meaning'],
      verb.exits.map(({ code, meaning }) => [String(code), meaning]),
    ),
  ].join('\n\n');
}

function longest({ examples }: Verb): number {
  return Math.max(...examples.map(({ line }) => line.length));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}
