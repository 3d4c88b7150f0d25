import type { Verb } from '../verb.js';
import { briefDescription, offerOfArgument, offerOfOption, type ShellOffer } from './words.js';

/** A completion script for zsh, to be loaded from a folder of \`fpath\` or sourced. */
export function zshCompletions(verbs: readonly Verb[]): string {
  return `#compdef meterlint
# Completions of meterlint for zsh; made by: meterlint completions zsh
_meterlint() {
  local -a verbs
  verbs=(
${verbs.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t verbs verb verbs
    _arguments '--help[tell how meterlint is used]' '--version[tell the version]'
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT-- ))
  case $verb in
${verbs.map((verb) => caseOf(verb, verbs)).join('\n')}
  esac
}

if [[ $funcstack[1] == _meterlint ]]; then
  _meterlint "$@"
elif (( $+functions[compdef] )); then
  compdef _meterlint meterlint
fi
`;
}

function caseOf(verb: Verb, verbs: readonly Verb[]): string {
  const options = Object.entries(verb.options).map(([name, option]) => {
    const head = `${option.many ? '*' : ''}--${name}[${escaped(briefDescription(option.described))}]`;
    return option.value === undefined ? head : `${head}:${escaped(option.value)}:${action(offerOfOption(option))}`;
  });
  const args = verb.args.map((argument, index) => {
    const place = argument.most === 'any' ? '*' : String(index + 1);
    return `${place}:${argument.name}:${action(offerOfArgument(argument, verbs))}`;
  });
  const lines = [...options, '--help[tell how it is used]', ...args].map((spec) => `        ${quoted(spec)}`);
  return `    ${verb.name})\n      _arguments \\\n${lines.join(' \\\n')}\n      ;;`;
}

function action(offer: ShellOffer): string {
  switch (offer.kind) {
    case 'words':
      return `(${offer.words.join(' ')})`;
    case 'designs':
      return '_files -g "*.meter"';
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'nothing':
      return ' ';
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, (one) => `\\${one}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
