#!/usr/bin/env node
// The room `cli/`: the command line: reads, prints, sets the exit code, and decides nothing about a design. A file a verb in `verbs/`.
// May import `language`, `catalogue`, `workspace`, `review`, `summary`, `history`, `repair`, `picture`, `report`, `drafts`, `langium`,
// `langium/node`, `node:*`.

import module from 'node:module';
import { version } from './version.js';

const args = process.argv.slice(2);

// A reader that stops early (`meterlint check | head`) is no error, and what the review came to is the exit code all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') void import('./run.js').then(({ couldNotWrite }) => couldNotWrite(error));
});

if (args.length === 1 && (args[0] === '--version' || args[0] === '-v')) process.stdout.write(`${version}\n`);
else {
  // What is compiled once is kept for the next start, where Node can do that: from 22.1 on.
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  const { main } = await import('./run.js');
  process.exitCode = await main(args);
}
