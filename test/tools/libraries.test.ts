import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundled } from '../support/bundle.js';

describe('a bundle', () => {
  /** Folders of the packages that a bundle is made of, by name. */
  const packagesIn = (file: string): Map<string, Set<string>> => {
    const { sources } = JSON.parse(readFileSync(bundled(`${file}.map`), 'utf8')) as { sources: string[] };
    const found = new Map<string, Set<string>>();
    for (const source of sources) {
      const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
      if (folder !== undefined && name !== undefined) found.set(name, (found.get(name) ?? new Set()).add(folder));
    }
    return found;
  };

  for (const file of ['server/main.cjs', 'client/main.cjs', 'cli/main.mjs']) {
    it(`holds each library once: ${file}`, () => {
      const packages = packagesIn(file);
      if (file !== 'cli/main.mjs') assert.equal(packages.get('vscode-jsonrpc')?.size, 1);
      const twice = [...packages.values()].filter(({ size }) => size > 1).map((folders) => [...folders]);
      assert.deepEqual(twice, []);
    });
  }
});
