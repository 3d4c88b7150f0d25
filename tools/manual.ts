// Writes what the list of verbs says into the manual, the reference in docs/cli.md and the manual page, and what the grammar says into docs/language.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { languagePage } from './language-page.js';
import { manualPages } from './manual-pages.js';

for (const [file, text] of [...(await manualPages()), ['language.md', await languagePage()] as const]) {
  const full = path.resolve(import.meta.dirname, '..', 'docs', file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}
