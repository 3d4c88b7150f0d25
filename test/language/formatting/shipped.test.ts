import assert from 'node:assert/strict';
import { format, repositoryFiles } from './support.js';

describe('the files that are shipped', () => {
  it('are in the one style: `format --check examples catalogue` lists none', () => {
    const shipped = repositoryFiles().filter(([file]) => !file.startsWith('test'));
    assert.ok(shipped.length > 50);
    assert.deepEqual(
      shipped.flatMap(([file, text]) => (format(text) === text ? [] : [file])),
      [],
    );
  });
});
