/*
 * Edits open texts of one server for a long time and says how its memory grows: `npm run soak -- [--edits N] [--seed S]`. Every tenth edit it is waited for.
 * Ends with 1 where memory grows by more than a megabyte in 10,000 edits, or where the server at last says anything else than a new one.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parts, town } from '../language/incremental/bases.js';
import { oneOf, randomFrom } from '../laws/support/random.js';
import { DiskEditor } from '../server/sessions/editor.js';

const { values } = parseArgs({ options: { edits: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } } });
const [edits, seed] = [Number(values.edits), Number(values.seed)];
const mostGrowth = 1;
const points = 20;

const random = randomFrom(seed);
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'meterlint-soak-')));
const texts: Readonly<Record<string, string>> = { 'town.meter': town, 'parts.meter': parts };
for (const [file, text] of Object.entries(texts)) writeFileSync(path.join(folder, file), text);

/** In megabytes, of what is still in use. */
function memory(): number {
  const { gc } = globalThis as { gc?: () => void };
  if (gc === undefined) throw new Error('start it as `npm run soak`: memory is measured without what is to be thrown away');
  gc();
  gc();
  return process.memoryUsage().heapUsed / 1_000_000;
}

/** Megabytes in 10,000 edits, by the straight line that lies nearest to the points. */
function slope(measured: readonly (readonly [number, number])[]): number {
  const mean = (of: (one: readonly [number, number]) => number) => measured.reduce((sum, one) => sum + of(one), 0) / measured.length;
  const [x, y] = [mean(([at]) => at), mean(([, held]) => held)];
  return (10_000 * mean(([at, held]) => (at - x) * (held - y))) / mean(([at]) => (at - x) ** 2);
}

const editor = await DiskEditor.on([folder]);
for (const [file, text] of Object.entries(texts)) await editor.opens(path.join(folder, file), text);
// The trees of the built-in catalogue are made when somebody asks for one of them, and stay: here before anything is measured.
const asked = town.indexOf('smart-meter');
const before = town.slice(0, asked).split('\n');
await editor.request('textDocument/references', {
  textDocument: { uri: pathToFileURL(path.join(folder, 'town.meter')).href },
  position: { line: before.length - 1, character: before.at(-1)!.length },
  context: { includeDeclaration: true },
});
const measured: (readonly [number, number])[] = [];
console.log(`${edits} edits with seed ${seed}`);
for (let edit = 1; edit <= edits; edit++) {
  const file = oneOf(Object.keys(texts), random)!;
  const full = path.join(folder, file);
  const text = editor.open.get(full)!;
  const at = Math.floor(random() * text.length);
  // Texts stay near what somebody writes: now and then the first one is there again.
  if (random() < 0.03) await editor.types(full, texts[file]!);
  else
    await editor.types(
      full,
      random() < 0.5
        ? text.slice(0, at) + text.slice(at + 1)
        : `${text.slice(0, at)}${oneOf(['a', ' ', '\n', '"', '{', '}'], random)!}${text.slice(at)}`,
    );
  if (edit % 10 === 0) await editor.told();
  if (edit % Math.ceil(edits / points) !== 0) continue;
  for (const [file, text] of Object.entries(texts)) await editor.types(path.join(folder, file), text);
  await editor.told();
  measured.push([edit, memory()]);
  console.log(
    `${edit} edits: ${measured.at(-1)![1].toFixed(1)} MB in use, ${(process.memoryUsage().rss / 1_000_000).toFixed(0)} MB resident`,
  );
}
const grown = slope(measured.slice(points / 2));
console.log(`${grown.toFixed(2)} MB in 10,000 edits`);

const told = await editor.told();
const fresh = await DiskEditor.on([folder]);
for (const [file, text] of editor.open) await fresh.opens(file, text);
assert.deepEqual(told, await fresh.told());
rmSync(folder, { recursive: true });
process.exit(grown <= mostGrowth ? 0 : 1);
