import { explained, optionAsWritten } from './option.js';
import { shown, type Argument, type Exit, type Verb } from './verb.js';

const width = 80;

/** The help of all verbs, a line each. */
export function globalHelp(verbs: readonly Verb[]): string {
  const lines = verbs.map((one): Row => [usageOf(one), one.summary]);
  return [
    'Meterlint reviews smart-metering architectures written in .meter files.',
    '',
    'Usage',
    ...table([
      ...lines,
      ['meterlint --version', 'tell the version'],
      ['meterlint VERB --help', 'tell the options, examples and exit codes of a verb'],
    ]),
    '',
    'Exit codes',
    ...exitTable(commonExits),
    '',
  ].join('\n');
}

/** The help of one verb. */
export function helpOf(verb: Verb): string {
  const options = Object.entries(verb.options).map(([name, option]): Row => [
    optionAsWritten(name, option),
    explained(option) + (option.fallback === undefined ? '' : ` (default: ${option.fallback})`),
  ]);
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines]);
  return [
    ...wrap(`meterlint ${verb.name}: ${verb.summary}`, width),
    ...section('Usage', [`  ${usageOf(verb)}`]),
    ...verb.about.flatMap((paragraph) => ['', ...wrap(paragraph, width)]),
    ...section('Arguments', table(verb.args.map((one): Row => [one.name, argumentWords(one)]))),
    ...section('Options', table(options)),
    ...section(
      'Examples',
      verb.examples.flatMap(({ line, told }) => [`  ${line}`, ...wrap(told, width - 6).map((text) => `      ${text}`)]),
    ),
    ...section('Exit codes', exitTable(verb.exits)),
    '',
  ].join('\n');
}

/** What the exit codes mean for every verb; each verb tells its own more closely. */
export const commonExits: readonly Exit[] = [
  { code: 0, meaning: 'done, and nothing found' },
  { code: 1, meaning: 'something was found' },
  { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part of a design' },
];

export function usageOf({ name, args }: Verb): string {
  return ['meterlint', name, ...args.map(shown)].join(' ');
}

/** What an argument is, with the words it may be. */
export function argumentWords({ described, allowed }: Argument): string {
  return allowed === undefined ? described : `${described}: ${allowed.join(', ')}`;
}

type Row = readonly [left: string, right: string];

function exitTable(exits: readonly Exit[]): string[] {
  return table(exits.map(({ code, meaning }): Row => [String(code), meaning]));
}

/** Two columns; what is too long for the left one stands on a line of its own. */
function table(rows: readonly Row[]): string[] {
  const column = Math.min(32, Math.max(0, ...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) => {
    const lines = wrap(right, width - column - 4).map((line) => ' '.repeat(column + 4) + line);
    if (left.length > column) return [`  ${left}`, ...lines];
    return [`  ${left.padEnd(column)}  ${lines[0]!.trimStart()}`, ...lines.slice(1)];
  });
}

/** Breaks a text into lines between words. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
