import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace, root, syntaxErrors } from '../support/workspace.js';

function meterFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.meter'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

describe('the contract of the language', () => {
  it("the project's examples have no mistake above a hint, but for definitions that wait to be used", async () => {
    const files = meterFiles(path.join(root, 'examples'));
    assert.ok(Object.keys(files).length >= 4);
    const workspace = await createWorkspace(files);
    assert.deepEqual(syntaxErrors(workspace), []);
    const found = Object.keys(files).flatMap((file) =>
      workspace.mistakes(file).filter(({ severity }) => severity === 'error' || severity === 'warning'),
    );
    assert.deepEqual(
      found.map((one) => one.message),
      [],
    );
  });

  it('the four files that must always parse do', async function () {
    const folder = path.join(root, '../shared/examples');
    if (!existsSync(folder)) return this.skip();
    const files = meterFiles(folder);
    assert.ok(Object.keys(files).length >= 4);
    const workspace = await createWorkspace(files);
    const parsed = Object.keys(files).map((file) => workspace.document(file).parseResult);
    assert.deepEqual(
      parsed.flatMap(({ lexerErrors, parserErrors }) => [...lexerErrors, ...parserErrors]).map(({ message }) => message),
      [],
    );
  });

  it('clauses stand in any order, with either line end, comment and name of many scripts', async () => {
    const text = [
      '/* one */ zone gebäude "Straße \\"7\\"" is back-office // end',
      'component 電表-1 is smart-meter run by x in gebäude { note "a\\nb" }',
      'component x is vendor',
      'link l: 電表-1 <-> x carries d over tls-1.3 in gebäude opened by x',
      'data d is billing-data',
    ].join('\r\n');
    assert.deepEqual(syntaxErrors(await createWorkspace({ 'a.meter': text })), []);
  });
});
