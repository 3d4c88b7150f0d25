import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { review } from '../../review/index.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';
import { tell } from './matrix/tell.js';

const folder = path.join(import.meta.dirname, 'sentences');
const date = '2026-11-24';

/** Lines `// requirement on element, ...: state; severity; gaps; reason`, in the form of the matrices; X stands for the element. */
function expectedIn(text: string): Map<string, string> {
  const expected = new Map<string, string>();
  for (const match of text.matchAll(/^\/\/ ([\w-]+) on ([^:]+): ?(.*;.*;.*;.*)$/gm)) {
    for (const element of match[2]!.split(', ')) expected.set(`${match[1]} on ${element}`, match[3]!.trim().replaceAll(/\bX\b/g, element));
  }
  return expected;
}

describe('each sentence of the semantics, on a design of its own', () => {
  const base = readFileSync(path.join(folder, 'base.meter'), 'utf8');

  for (const file of readdirSync(folder).filter((name) => name !== 'base.meter')) {
    it(file.replace('.meter', ''), async () => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const workspace = await createWorkspace({ 'base.meter': base, [file]: text }, { catalogue: false });
      assert.deepEqual(syntaxErrors(workspace), []);
      const [architecture] = workspace.shared.meter.Designs.all();
      assert.ok(architecture);
      const found = new Map(
        review(architecture, date).results.map((result) => [`${result.requirement} on ${result.element}`, tell(result).trim()]),
      );
      const expected = expectedIn(text);
      assert.ok(expected.size > 0);
      assert.deepEqual(Object.fromEntries([...found].sort()), Object.fromEntries([...expected].sort()));
    });
  }
});
