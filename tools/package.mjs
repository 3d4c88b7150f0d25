// Packs what is built into dist/meterlint.vsix, the same bytes wherever and whenever it is packed: `vsce` collects and checks the files, and
// its archive is written once more without what belongs to the machine (times, rights of files, the order of a folder, the system's zlib).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';

// An archive has local times, and begins to count in 1980.
process.env.TZ = 'UTC';
const mtime = new Date('1980-01-01T00:00:00Z');
const readableFile = 0o100644 << 16;
const unix = 3;

const project = path.resolve(import.meta.dirname, '..');
const drafts = mkdtempSync(path.join(project, 'dist', 'package-'));
try {
  const packed = path.join(drafts, 'packed.vsix');
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  execFileSync(process.execPath, [vsce, 'package', '--no-dependencies', '-o', packed], { cwd: project, stdio: 'inherit' });
  const entries = Object.entries(unzipSync(readFileSync(packed))).sort(([one], [other]) => (one < other ? -1 : 1));
  const files = Object.fromEntries(entries.map(([name, bytes]) => [name, [bytes, { mtime, os: unix, attrs: readableFile, level: 9 }]]));
  const draft = path.join(drafts, 'draft.vsix');
  writeFileSync(draft, zipSync(files));
  renameSync(draft, path.join(project, 'dist', 'meterlint.vsix'));
} finally {
  rmSync(drafts, { recursive: true, force: true });
}
