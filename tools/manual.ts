// Writes what the list of verbs says into the manual: the reference in docs/cli.md.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { manualPages } from './manual-pages.js';

for (const [file, text] of await manualPages()) writeFileSync(path.resolve(import.meta.dirname, '..', 'docs', file), text);
