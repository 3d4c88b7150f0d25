import assert from 'node:assert/strict';
import { editedAtRandom, repairedEach, seeded } from './edits.js';
import { EditedWorkspace, saidAfresh } from './workspace.js';

/** Edits the files of a workspace again and again; after each edit all that follows has to be what a workspace says that has never seen other texts. */
export async function fuzzWorkspace(base: Readonly<Record<string, string>>, seed: number, edits: number): Promise<void> {
  const workspace = await EditedWorkspace.with(base);
  const random = seeded(seed);
  const files = Object.keys(base);
  const texts = { ...base };
  for (let step = 0; step < edits; step++) {
    const file = files[Math.floor(random() * files.length)]!;
    const before = texts[file]!;
    texts[file] = step % repairedEach === repairedEach - 1 ? base[file]! : editedAtRandom(before, random, base[file]!);
    await workspace.edit(file, texts[file]);
    const [found, wanted] = [workspace.said(), await saidAfresh(texts)];
    const at = wanted.findIndex((line, index) => line !== found[index]);
    if (at < 0 && found.length === wanted.length) continue;
    const from = at < 0 ? wanted.length : at;
    const what = `found\n${found.slice(from, from + 3).join('\n')}\nwanted\n${wanted.slice(from, from + 3).join('\n')}`;
    assert.fail(`seed ${seed}, edit ${step} of ${file}: ${what}\nfrom\n${JSON.stringify(before)}\nto\n${JSON.stringify(texts[file])}`);
  }
}
