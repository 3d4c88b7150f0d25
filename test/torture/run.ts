/*
 * Attacks the product for as long as wanted: `npm run torture -- [--minutes M] [--seed S]`. The attack is a program of its own (`attack.ts`): whatever ends it
 * is told here, with the seed that it was at, and becomes a test in `test/torture/found/`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomFrom } from '../laws/support/random.js';
import { someText } from './input.js';
import { watched } from './watch.js';

/** A client may wait for two minutes before that is a failure; what takes more than that never ends. */
const longest = 300_000;
const found = path.join(import.meta.dirname, 'found');

const { told, last, code } = await watched(
  ['--import', 'tsx', path.join(import.meta.dirname, 'attack.ts'), ...process.argv.slice(2)],
  longest,
);
if (told !== undefined) {
  const { what, seed } = last;
  if (what === 'text') writeFileSync(path.join(found, `text-${seed}.meter`), someText(randomFrom(seed)));
  if (what === 'client') writeFileSync(path.join(found, `client-${seed}.json`), `{ "seed": ${seed}, "steps": 60 }\n`);
  console.error(told);
}
process.exit(code);
