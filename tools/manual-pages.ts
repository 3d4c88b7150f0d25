import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import { referenceOf } from '../cli/manual/markdown.js';
import { manPageOf } from '../cli/manual/roff.js';
import { verbs } from '../cli/verbs/index.js';

const docs = path.resolve(import.meta.dirname, '..', 'docs');
const [from, to] = ['<!-- verbs -->', '<!-- end of verbs -->'];

/** What the manual's files should hold, by path below docs/. */
export async function manualPages(): Promise<Map<string, string>> {
  const written = readFileSync(path.join(docs, 'cli.md'), 'utf8');
  const [start, end] = [written.indexOf(from), written.indexOf(to)];
  if (start === -1 || end < start)
    throw new Error(`docs/cli.md lacks '${from}' and '${to}', which the reference of the verbs stands between`);
  const text = `${written.slice(0, start + from.length)}\n\n${referenceOf(verbs)}\n\n${written.slice(end)}`;
  const style = await prettier.resolveConfig(path.join(docs, 'cli.md'));
  const { version } = JSON.parse(readFileSync(path.join(docs, '..', 'package.json'), 'utf8')) as { version: string };
  return new Map([
    ['man/meterlint.1', manPageOf(verbs, version)],
    ['cli.md', await prettier.format(text, { ...style, parser: 'markdown' })],
  ]);
}
