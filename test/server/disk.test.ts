import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'langium';
import { createDisk } from '../../server/disk.js';

describe('what the server reads from disk', () => {
  it('is files, and nothing that a symbolic link leads to', async function () {
    if (process.platform === 'win32') return this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'meterlint-disk-'));
    try {
      const at = (name: string) => URI.file(path.join(folder, name));
      writeFileSync(at('real.meter').fsPath, 'zone a is operations\n');
      mkdirSync(at('workspace').fsPath);
      writeFileSync(at('workspace/own.meter').fsPath, 'zone b is operations\n');
      symlinkSync('../real.meter', at('workspace/link.meter').fsPath);
      const disk = createDisk(() => undefined);
      assert.equal(await disk.readFile(at('workspace/own.meter')), 'zone b is operations\n');
      assert.equal(await disk.readFile(at('workspace/link.meter')), '');
      assert.equal((await disk.stat(at('workspace/own.meter'))).isFile, true);
      assert.equal((await disk.stat(at('workspace/link.meter'))).isFile, false);
      const files = (await disk.readDirectory(at('workspace'))).filter(({ isFile }) => isFile);
      assert.deepEqual(
        files.map(({ uri }) => path.basename(uri.fsPath)),
        ['own.meter'],
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
