import type { Verb } from '../verb.js';
import { offerOfArgument, offerOfOption, optionNames, type ShellOffer } from './words.js';

/** A completion script for bash, from version 3.2 on, which macOS has. */
export function bashCompletions(verbs: readonly Verb[]): string {
  return `# Completions of meterlint for bash; made by: meterlint completions bash
_meterlint_words() {
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}

_meterlint_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  case "$1" in
    designs) COMPREPLY=($(compgen -f -X '!*.meter' -- "$2") $(compgen -d -- "$2")) ;;
    folders) COMPREPLY=($(compgen -d -- "$2")) ;;
    *) COMPREPLY=($(compgen -f -- "$2")) ;;
  esac
}

_meterlint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" verb="\${COMP_WORDS[1]}"
  COMPREPLY=()
  # --format=json comes as three words.
  if [[ $current == = ]]; then current=""; elif [[ $before == = ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if (( COMP_CWORD == 1 )); then
    _meterlint_words "${verbs.map(({ name }) => name).join(' ')} --help --version" "$current"
    return
  fi
  case "$verb" in
${verbs.map((verb) => caseOf(verb, verbs)).join('\n')}
  esac
}

complete -F _meterlint meterlint
`;
}

function caseOf(verb: Verb, verbs: readonly Verb[]): string {
  const valued = Object.entries(verb.options).filter(([, { value }]) => value !== undefined);
  const values = valued.map(([name, option]) => `        --${name}) ${command(offerOfOption(option))}return ;;`);
  const args = verb.args.map((argument, index) => {
    const offer = command(offerOfArgument(argument, verbs)).replace(/; $/, '');
    if (offer === '') return '';
    // One argument that is followed by others stands in its own place only.
    return argument.most === 1 && index < verb.args.length - 1 ? `if (( COMP_CWORD == ${index + 2} )); then ${offer}; return; fi` : offer;
  });
  return [
    `    ${verb.name})`,
    ...(values.length > 0 ? ['      case "$before" in', ...values, '      esac'] : []),
    `      if [[ $current == -* ]]; then _meterlint_words "${optionNames(verb).join(' ')}" "$current"; return; fi`,
    ...args.filter((line) => line !== '').map((line) => `      ${line}`),
    '      ;;',
  ].join('\n');
}

function command(offer: ShellOffer): string {
  if (offer.kind === 'nothing') return '';
  if (offer.kind === 'words') return `_meterlint_words "${offer.words.join(' ')}" "$current"; `;
  return `_meterlint_files ${offer.kind} "$current"; `;
}
