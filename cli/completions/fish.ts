import type { Verb } from '../verb.js';
import { briefDescription, offerOfArgument, offerOfOption, type ShellOffer } from './words.js';

/** A completion script for fish. */
export function fishCompletions(verbs: readonly Verb[]): string {
  const lines = verbs.flatMap((verb) => [
    `complete -c meterlint -n __meterlint_no_verb -a ${verb.name} -d ${quoted(verb.summary)}`,
    ...Object.entries(verb.options).map(([name, option]) => {
      const values = option.value === undefined ? '' : ` ${valueOf(offerOfOption(option))}`;
      return `${behind(verb)} -l ${name}${values} -d ${quoted(briefDescription(option.described))}`;
    }),
    `${behind(verb)} -l help -d 'tell how it is used'`,
    ...verb.args.flatMap((argument) => {
      const offer = offerOfArgument(argument, verbs);
      if (offer.kind === 'nothing') return [];
      return [`${behind(verb)} ${offer.kind === 'words' ? `-a ${quoted(offer.words.join(' '))}` : '-F'}`];
    }),
  ]);
  return `# Completions of meterlint for fish; made by: meterlint completions fish
function __meterlint_no_verb
    test (count (commandline -opc)) -eq 1
end

function __meterlint_verb
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[2] = $argv[1]
end

complete -c meterlint -f
complete -c meterlint -n __meterlint_no_verb -l help -d 'tell how meterlint is used'
complete -c meterlint -n __meterlint_no_verb -l version -d 'tell the version'
${lines.join('\n')}
`;
}

function behind({ name }: Verb): string {
  return `complete -c meterlint -n '__meterlint_verb ${name}'`;
}

function valueOf(offer: ShellOffer): string {
  switch (offer.kind) {
    case 'words':
      return `-x -a ${quoted(offer.words.join(' '))}`;
    case 'nothing':
      return '-x';
    default:
      return '-r -F';
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
