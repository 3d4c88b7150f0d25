// Writes what the list of verbs says into the manual: the reference in docs/cli.md and the manual page.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { manualPages } from './manual-pages.js';

for (const [file, text] of await manualPages()) {
  const full = path.resolve(import.meta.dirname, '..', 'docs', file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}
