import '../tools/group-by.mjs';
import { reasonOf } from './files.js';
import { globalHelp, helpOf } from './help.js';
import { parse } from './parse.js';
import { exitCodes, nearestWord, UsageError } from './usage.js';
import { verbs } from './verbs/index.js';
import { version } from './version.js';
import { warn } from './warn.js';

/** Does what the arguments ask for, and gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    const ended = (message: string) => (/[.?!]$/.test(message) ? message : `${message}.`);
    warn(error instanceof UsageError ? `${ended(error.message)} See meterlint --help.` : `internal error: ${String(error)}`);
    return exitCodes.couldNotRun;
  }
}

/** Ends the process: nobody can be told the rest. */
export function couldNotWrite(error: Error): never {
  warn(`cannot write the standard output: ${reasonOf(error)}`);
  process.exit(exitCodes.couldNotRun);
}

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
