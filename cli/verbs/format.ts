import { forTerminal } from '../../report/clean.js';
import type { ParseResult } from 'langium';
import { heardIn } from '../../language/parsing/heard.js';
import { messageOf } from '../../language/wellformed/words/index.js';
import { formatEdits } from '../../language/formatting/format.js';
import { edited } from '../../language/writing/index.js';
import { findFiles, readTexts } from '../files.js';
import { complain, pathFromHere } from '../open.js';
import { flag } from '../option.js';
import { readStandardInput } from '../stdin.js';
import { rewrite, type Rewrite } from '../rewrite.js';
import { exitCodes, UsageError } from '../usage.js';
import { parseText } from '../../workspace/index.js';
import { withoutLists } from '../path-lists.js';
import { paths, verb } from '../verb.js';
import { warn } from '../warn.js';

export const formatVerb = verb({
  name: 'format',
  summary: 'bring files into the one style',
  about: [
    'Only white space changes: every word and comment stays. A file with errors of syntax is left as it is.',
    'Each file is written as a whole or not at all, with its line ends and byte order mark as they were.',
  ],
  args: [paths],
  options: {
    check: flag('change nothing; list the files that would change'),
    stdin: flag('format the standard input to the standard output'),
  },
  examples: [
    { line: 'meterlint format designs', told: 'formats all files below designs and lists those it changed' },
    { line: 'meterlint format --check designs', told: 'fails a build where one is not formatted' },
    { line: 'meterlint format --stdin < riverside.meter', told: 'for editors' },
  ],
  exits: [
    { code: 0, meaning: 'done; with `--check`: nothing would change' },
    { code: 1, meaning: '`--check`: files that would change are listed' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read or written, or a file with errors of syntax' },
  ],
  run: ({ args, options }) => {
    if (options.stdin && args.length > 0) throw new UsageError('format takes paths or --stdin, not both');
    return options.stdin ? formatStdin(options.check) : formatFiles(args.length === 0 ? ['.'] : args, options.check);
  },
});

async function formatFiles(paths: readonly string[], check: boolean): Promise<number> {
  const given = await withoutLists(paths);
  const { files, unreadable } = await findFiles(given);
  if (files.length === 0 && unreadable.length === 0) {
    warn(`no .meter file below ${given.join(', ')}`);
    return exitCodes.couldNotRun;
  }
  const { texts, unreadable: failed } = await readTexts(files);
  const rewrites: Rewrite[] = [];
  let isBroken = false;
  for (const [file, before] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const result = formatted(before);
    if ('error' in result) warn(`${pathFromHere(file)}:${result.error}`);
    if ('error' in result) isBroken = true;
    else if (result.text !== before) rewrites.push({ file, before, after: result.text });
  }
  if (!check) await rewrite(rewrites);
  for (const { file } of rewrites) process.stdout.write(`${forTerminal(pathFromHere(file))}\n`);
  complain([...unreadable, ...failed]);
  if (isBroken || unreadable.length + failed.length > 0) return exitCodes.couldNotRun;
  return check && rewrites.length > 0 ? exitCodes.findings : exitCodes.clean;
}

async function formatStdin(check: boolean): Promise<number> {
  const { mark, text } = await readStandardInput();
  const result = formatted(text);
  if ('error' in result) {
    // Nothing is printed: an editor would put it in the place of the text.
    warn(`standard input:${result.error}`);
    return exitCodes.couldNotRun;
  }
  if (!check) process.stdout.write(mark + result.text);
  return check && result.text !== text ? exitCodes.findings : exitCodes.clean;
}

/** `line:column` of an error: where its token begins, and where that has no place of its own, behind the one before it. */
function parserErrorPosition({ token, ...error }: ParseResult['parserErrors'][number], text: string): string {
  if (!Number.isNaN(token.startOffset)) return `${token.startLine}:${token.startColumn}`;
  const before = 'previousToken' in error ? (error.previousToken as typeof token) : undefined;
  const lines = text.slice(0, (before?.endOffset ?? text.length - 1) + 1).split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

function whatIsWrong(error: { readonly message: string }): string {
  return messageOf({ code: 'syntax-error', what: heardIn(error) });
}

/** The text in the one style, or the place and message of its first error. */
function formatted(text: string): { readonly text: string } | { readonly error: string } {
  const result = parseText(text);
  const [unread] = result.lexerErrors;
  const [wrong] = result.parserErrors;
  if (unread !== undefined) return { error: `${unread.line ?? 1}:${unread.column ?? 1}: ${whatIsWrong(unread)}` };
  if (wrong !== undefined) {
    return { error: `${parserErrorPosition(wrong, text)}: ${whatIsWrong(wrong)}` };
  }
  return { text: edited(text, formatEdits(text, result)) };
}
