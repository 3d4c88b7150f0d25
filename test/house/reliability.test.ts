import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/workspace.js';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const rows = read('docs/reliability.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Promise') && !line.startsWith('| ---'));

describe('the page of promises', () => {
  it('names tests for each promise that exist under the titles which it quotes', () => {
    assert.ok(rows.length > 15);
    for (const row of rows) {
      const [, promise, shown] = row.split('|').map((cell) => cell.trim());
      const tests = [...shown!.matchAll(/\[(test\/[^\]]+)\]\(\.\.\/([^)]+)\)([^[]*)/g)];
      assert.ok(tests.length > 0, `${promise!} names no test`);
      for (const [, file, target, titles] of tests) {
        assert.equal(target, file);
        assert.ok(existsSync(path.join(root, file!)), `${file!} does not exist`);
        const source = read(file!);
        for (const [, title] of titles!.matchAll(/"([^"]+)"/g)) {
          assert.ok(source.includes(`'${title!}'`) || source.includes(`\`${title!}\``), `${file!} has no test "${title!}"`);
        }
      }
    }
  });
});
