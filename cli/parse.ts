import { parseArgs } from 'node:util';
import { nearestWord, UsageError } from './usage.js';
import type { Argument, Given, Verb } from './verb.js';

/** Reads what stands behind a verb; what it does not take is told with what it does take. */
export function parse(verb: Verb, args: readonly string[], verbs: readonly Verb[]): Given {
  const known = Object.entries(verb.options);
  const config = Object.fromEntries(
    known.map(([name, { value }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true }]),
  );
  // Not strict: the messages of parseArgs name neither the nearest option nor the value that is missing.
  const { tokens } = parseArgs({ args: [...args], options: config, allowPositionals: true, strict: false, tokens: true });
  const written = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(verb.options, token.name) && token.rawName.startsWith('--') ? verb.options[token.name] : undefined;
    if (option === undefined)
      throw new UsageError(
        unknownOption(
          token.rawName,
          known.map(([name]) => name),
        ),
      );
    const before = written.get(token.name) ?? [];
    written.set(token.name, [...before, valueOf(token, option.value)]);
  }
  checkCount(verb, words);
  const options = Object.fromEntries(known.map(([name, option]) => [name, option.read(written.get(name) ?? [], `--${name}`)]));
  return { args: words, options, stated: new Set(written.keys()), verbs };
}

function valueOf(
  { rawName, value, inlineValue }: { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined },
  named: string | undefined,
): string {
  if (named === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value; leave '=${value}' out`);
    return '';
  }
  if (value === undefined || (value === '' && inlineValue === true)) throw new UsageError(`${rawName} needs a value: ${rawName} ${named}`);
  if (inlineValue === false && value.length > 1 && value.startsWith('-')) {
    throw new UsageError(`${rawName} needs a value before '${value}' (or, if that is the value, ${rawName}=${value})`);
  }
  return value;
}

function unknownOption(raw: string, known: readonly string[]): string {
  const near = nearestWord(
    raw,
    [...known, 'help'].map((name) => `--${name}`),
  );
  return `unknown option '${raw}'${near === undefined ? '' : `; did you mean '${near}'?`}`;
}

function checkCount({ name, args, examples }: Verb, words: readonly string[]): void {
  const least = args.reduce((sum, argument) => sum + argument.least, 0);
  const most = args.some((argument) => argument.most === 'any') ? Infinity : args.length;
  if (words.length >= least && words.length <= most) {
    words.forEach((word, index) => {
      checkWord(name, word, args[Math.min(index, args.length - 1)]!);
    });
    return;
  }
  const takes =
    args.length === 0
      ? 'nothing behind it'
      : args.map((one) => `${one.least === 0 ? 'at most ' : ''}one ${one.name.toLowerCase()}`).join(' and ');
  throw new UsageError(`${name} takes ${takes}${examples[0] === undefined ? '' : `: ${examples[0].line}`}`);
}

function checkWord(verb: string, word: string, { allowed }: Argument): void {
  if (allowed === undefined || allowed.includes(word)) return;
  const near = nearestWord(word, allowed);
  throw new UsageError(`${verb} takes ${allowed.join(', ')}, not '${word}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
}
