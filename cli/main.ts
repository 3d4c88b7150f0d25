#!/usr/bin/env node
// The room `cli/`: the command line: reads, prints, sets the exit code, and decides nothing about a design. A file a verb in `verbs/`.
// May import `language`, `catalogue`, `workspace`, `review`, `summary`, `history`, `repair`, `picture`, `report`, `drafts`, `langium`,
// `langium/node`, `node:*`.

import '../tools/group-by.mjs';
import { reasonOf } from './files.js';
import { globalHelp, helpOf } from './help.js';
import { parse } from './parse.js';
import { exitCodes, nearestWord, UsageError } from './usage.js';
import { verbs } from './verbs/index.js';
import { version } from './version.js';
import { warn } from './warn.js';

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || isHelp(name)) return print(globalHelp(verbs));
  if (name === '--version' || name === '-v') return print(`${version}\n`);
  const verb = verbs.find((one) => one.name === name);
  if (verb === undefined) throw new UsageError(unknown(name));
  const end = rest.indexOf('--');
  if ((end === -1 ? rest : rest.slice(0, end)).some(isHelp)) return print(helpOf(verb));
  return verb.run(parse(verb, rest, verbs));
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.clean;
}

function unknown(name: string): string {
  const isOption = name.startsWith('-');
  const near = nearestWord(name, isOption ? ['--help', '--version'] : verbs.map((one) => one.name));
  return `unknown ${isOption ? 'option' : 'command'} '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`;
}

// A reader that stops early (`meterlint check | head`) is no error, and what the review came to is the exit code all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  warn(`cannot write the standard output: ${reasonOf(error)}`);
  process.exit(exitCodes.couldNotRun);
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const ended = (message: string) => (/[.?!]$/.test(message) ? message : `${message}.`);
    warn(error instanceof UsageError ? `${ended(error.message)} See meterlint --help.` : `internal error: ${String(error)}`);
    process.exitCode = exitCodes.couldNotRun;
  },
);
