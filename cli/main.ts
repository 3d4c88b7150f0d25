#!/usr/bin/env node
import '../tools/group-by.mjs';
import { readCheckOptions } from './arguments.js';
import { check } from './check.js';
import { explain } from './explain.js';
import { exitCodes, helpText, nearest, UsageError } from './usage.js';
import { version } from './version.js';

const verbs: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check: (args) => check(readCheckOptions(args, new Date().toISOString().slice(0, 10))),
  explain: (args) => {
    const [name, ...others] = args.filter((arg) => arg !== '--');
    if (name === undefined || others.length > 0) throw new UsageError('explain takes one name: meterlint explain comm-integrity');
    return explain(name);
  },
};

async function run(args: readonly string[]): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === undefined || verb === 'help' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(helpText);
    return exitCodes.clean;
  }
  if (verb === '--version' || verb === '-v') {
    process.stdout.write(`${version}\n`);
    return exitCodes.clean;
  }
  const action = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (action === undefined) {
    const near = nearest(verb, Object.keys(verbs));
    throw new UsageError(`unknown command '${verb}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
  }
  return action(rest);
}

// A reader that stops early (`meterlint check | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.clean : exitCodes.couldNotRun);
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const told = error instanceof UsageError ? `${error.message}. See meterlint --help.` : `internal error: ${String(error)}`;
    process.stderr.write(`meterlint: ${told}\n`);
    process.exitCode = exitCodes.couldNotRun;
  },
);
