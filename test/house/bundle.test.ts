import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recordSources, staleness } from '../../tools/bundle-sources.mjs';
import { inFolder } from '../support/cli.js';

const files = { 'cli/main.ts': 'one', 'language/meter.langium': 'grammar' };

describe('tests that run a bundle', () => {
  /** A folder with a build of two files and of a library. */
  const built = (use: (folder: string) => void) =>
    inFolder(files, (folder) => {
      mkdirSync(path.join(folder, 'dist'));
      recordSources(folder, ['cli/main.ts', '../node_modules/langium/lib/index.js']);
      use(folder);
      return Promise.resolve();
    });

  it('take one that is made of the texts that stand there, whenever they were written', () =>
    built((folder) => {
      assert.equal(staleness(folder), undefined);
      writeFileSync(path.join(folder, 'cli/main.ts'), 'two');
      writeFileSync(path.join(folder, 'cli/main.ts'), 'one');
      assert.equal(staleness(folder), undefined);
    }));

  it('refuse one that is older than a module or the grammar, and say what to do', () =>
    built((folder) => {
      writeFileSync(path.join(folder, 'language/meter.langium'), 'another grammar');
      assert.equal(staleness(folder), 'dist/ is older than language/meter.langium: run `npm run build` first');
      rmSync(path.join(folder, 'cli/main.ts'));
      assert.equal(staleness(folder), 'dist/ is older than cli/main.ts: run `npm run build` first');
    }));

  it('refuse to go without one', () =>
    inFolder(files, (folder) => {
      assert.equal(staleness(folder), 'dist/ is not built: run `npm run build` first');
      return Promise.resolve();
    }));
});
