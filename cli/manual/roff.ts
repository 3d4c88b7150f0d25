import { argumentWords, commonExits, usageOf } from '../help.js';
import { explained, optionAsWritten } from '../option.js';
import { shown, type Exit, type Verb } from '../verb.js';

/** The manual page, section 1. */
export function manPageOf(verbs: readonly Verb[], version: string): string {
  const lines = [
    `.TH METERLINT 1 "" "Meterlint ${escaped(version)}" "User Commands"`,
    '.SH NAME',
    'meterlint \\- review the security of smart\\-metering architectures',
    '.SH SYNOPSIS',
    ...verbs.flatMap((verb) => ['.B meterlint ' + escaped(verb.name), text(optionsAndArguments(verb)), '.br']),
    '.B meterlint \\-\\-version',
    '.SH DESCRIPTION',
    text('Meterlint reads architectures that are written in .meter files and says which controls they lack, and why.'),
    '.SH VERBS',
    ...verbs.flatMap(verbLines),
    '.SH EXIT STATUS',
    ...exitLines(commonExits),
    '.SH FILES',
    '.TP',
    '.I *.meter',
    text('designs, which may import each other and define requirements of their own'),
    '.SH SEE ALSO',
    text('The handbook of the catalogue, a page for each requirement: `meterlint explain NAME`.'),
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function verbLines(verb: Verb): string[] {
  const options = Object.entries(verb.options).map(([name, option]) => [
    optionAsWritten(name, option),
    explained(option) + (option.fallback === undefined ? '' : ` (default: ${option.fallback})`),
  ]);
  return [
    `.SS "${escaped(usageOf(verb))}"`,
    text(`${verb.summary[0]!.toUpperCase()}${verb.summary.slice(1)}.`),
    ...verb.about.flatMap((paragraph) => ['.PP', text(paragraph)]),
    ...verb.args.flatMap((one) => ['.TP', `.I ${escaped(one.name)}`, text(argumentWords(one))]),
    ...options.flatMap(([head, described]) => ['.TP', `.B ${escaped(head!)}`, text(described!)]),
    ...verb.examples.flatMap(({ line, told }) => [
      '.PP',
      text(`${told[0]!.toUpperCase()}${told.slice(1)}:`),
      '.RS',
      `.B ${escaped(line)}`,
      '.RE',
    ]),
    '.PP',
    'Exit status:',
    ...exitLines(verb.exits),
  ];
}

function optionsAndArguments({ args, options }: Verb): string {
  return [...(Object.keys(options).length > 0 ? ['[OPTION...]'] : []), ...args.map(shown)].join(' ');
}

function exitLines(exits: readonly Exit[]): string[] {
  return exits.flatMap(({ code, meaning }) => ['.TP', String(code), text(meaning)]);
}

/** A line of text, with what stands between backticks in bold. */
function text(words: string): string {
  const marked = escaped(words).replaceAll(/`([^`]*)`/g, '\\fB$1\\fR');
  // A dot or quote at the beginning would make a request of it.
  return /^[.']/.test(marked) ? `\\&${marked}` : marked;
}

function escaped(words: string): string {
  return words.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('"', '\\(dq').replaceAll("'", '\\(aq');
}
