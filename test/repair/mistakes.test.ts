import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { alike } from '../../language/semantics/index.js';
import { repairMistakes } from '../../repair/mistakes.js';
import { createWorkspace, root } from '../support/workspace.js';

const folder = path.join(root, 'test/language/wellformed');
const linesOf = (text: string) => text.split('\n');

/** What is repaired in some files without asking: by file, the lines before and after. */
async function repaired(files: Readonly<Record<string, string>>): Promise<{ before: string; after: string }[]> {
  const workspace = await createWorkspace(files);
  const { texts } = await repairMistakes(workspace.snapshot, new Set(Object.keys(files).map((file) => workspace.uri(file).toString())));
  return [...texts].flatMap(([uri, text]) => {
    const file = Object.keys(files).find((one) => workspace.uri(one).toString() === uri)!;
    const [old, now] = [linesOf(files[file]!), linesOf(text)];
    assert.equal(now.length, old.length, `${file}: no line comes and none goes`);
    return old.flatMap((before, index) => (before === now[index] ? [] : [{ before, after: now[index]! }]));
  });
}

describe('validation errors that are repaired without asking', () => {
  it('take away no line, add none, and change names by capitals and dashes alone, in every fixture of a mistake', async () => {
    for (const name of readdirSync(folder)) {
      const [first, ...rest] = readFileSync(path.join(folder, name), 'utf8').split(/^\/\/ file: (.+)\n/m);
      const files: Record<string, string> = { [name]: first! };
      for (let index = 0; index < rest.length; index += 2) files[rest[index]!] = rest[index + 1]!;
      for (const { before, after } of await repaired(files)) {
        assert.notEqual(after.trim(), '', `${name}: ${before}`);
        // Syntax and values are held to their tables: test/language/foreseen.test.ts.
        if (!/[=;#]|->|\d/.test(before)) assert.equal(alike(after), alike(before), name);
      }
    }
  });

  it('leave a name alone that is near, called so, or only a part', async () => {
    const text = [
      'design d { profile x1332 }',
      'zone dmz is head-end-dmz',
      'component hes is head-end in dmzz',
      'component front is hes in dmz',
      'component meters is meter',
      'component old is Smart_Meter',
      'link l: hes <-> meters over gbcs',
      'link m: hes <-> old over https',
      'import "gone.meter"',
      'link n: hes <-> front over lte',
      'link n: hes <-> front over lte',
      'flow f: meters -> front',
      'accept comm-integrity on l',
      'component box is relay { count = 3 count = 4 }',
    ].join('\n');
    assert.deepEqual(await repaired({ 'a.meter': text }), [
      { before: 'component old is Smart_Meter', after: 'component old is smart-meter' },
    ]);
  });
});
