import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'langium';
import { isProblemCode, problemCodes } from '../../language/wellformed/codes.js';
import type { Mistake } from '../../language/wellformed/mistake.js';
import { messageOf, nearbyWords, repairTitle } from '../../language/wellformed/words/index.js';
import { problemsIn } from '../../report/problems.js';
import { examples, withoutExample, type ProblemExample } from '../../tools/problem-examples.js';
import { problemPages } from '../../tools/problem-pages.js';
import { openWorkspace, type Snapshot } from '../../workspace/index.js';
import { builtInCatalogue, root } from '../support/workspace.js';

const folder = URI.parse('file:///ws');
const date = '2026-11-24';
let empty: Promise<Snapshot> | undefined;

/** Files by address, and the snapshot in which they stand alone. Decisions may stand where the example says. */
async function snapshotOf(files: Readonly<Record<string, string>>, { decisionsFrom }: ProblemExample): Promise<Snapshot> {
  const texts = new Map(Object.entries(files).map(([file, text]) => [`${folder.toString()}/${file}`, text]));
  const builtIn = builtInCatalogue();
  if (decisionsFrom !== undefined)
    return openWorkspace({ files: texts, folders: [folder], decisions: [{ folder, from: [decisionsFrom] }], builtIn, date });
  empty ??= openWorkspace({ files: new Map(), folders: [folder], builtIn, date });
  return (await empty).with({ files: texts });
}

/** The codes of everything that editor and command line say of an example, hints included. */
async function codesOf(text: string, example: ProblemExample): Promise<string[]> {
  const files = { ...example.beside, 'example.meter': text };
  const snapshot = await snapshotOf(files, example);
  const mistakes = snapshot.documents.flatMap(({ uri }) => snapshot.mistakes(uri.toString()));
  for (const mistake of mistakes) areFactsAlone(mistake);
  const found = problemsIn({
    mistakes,
    deciding: snapshot.assessments,
    redundant: example.code === 'declaration-without-effect' ? snapshot.assessments : [],
    isUsualProfile: true,
    sources: snapshot.sources,
    toPath: (uri) => uri,
  });
  return [...new Set([...mistakes, ...found].map(({ code }) => code))].sort();
}

/** Words are made of nothing but what a mistake holds, which is data: neither a function nor a part of a tree, nor a sentence, can be in it. */
function areFactsAlone(mistake: Mistake): void {
  const copy = structuredClone(mistake);
  assert.equal(messageOf(copy), messageOf(mistake));
  const titles = ({ repairs = [] }: Mistake) => repairs.map(({ does }) => repairTitle(does));
  assert.deepEqual(titles(copy), titles(mistake));
  if (mistake.related !== undefined) assert.equal(nearbyWords(copy.related!.is), nearbyWords(mistake.related.is));
  assert.ok(!JSON.stringify(mistake.what).includes(messageOf(mistake).slice(0, 40)), mistake.code);
}

describe('codes of mistakes', () => {
  it('have an example each, or a reason why a text cannot show it', () => {
    const shown = [...examples().keys(), ...Object.keys(withoutExample)];
    assert.deepEqual(shown.sort(), Object.keys(problemCodes).sort());
    assert.ok(shown.every(isProblemCode));
  });

  for (const example of examples().values()) {
    it(`${example.code}: its example gives that and nothing else, and nothing repaired`, async () => {
      const { code, wrong, repaired, also } = example;
      const codes = [code, ...(also === undefined ? [] : [also])].sort();
      assert.deepEqual(
        { wrong: await codesOf(wrong, example), repaired: await codesOf(repaired, example) },
        { wrong: codes, repaired: [] },
      );
    });
  }

  it('have their pages as the registry and the examples say', () => {
    const written = (file: string) => readFileSync(path.join(root, 'docs', file), 'utf8');
    const pages = problemPages(written('problems.md'));
    for (const [file, text] of pages) assert.equal(written(file), text, `npm run problems writes ${file}`);
    assert.deepEqual(
      readdirSync(path.join(root, 'docs/problems')).sort(),
      [...pages.keys()].flatMap((file) => file.split('/')[1] ?? []).sort(),
    );
  });
});
