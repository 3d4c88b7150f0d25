// Writes the lists of docs/problems.md and docs/problems/ from the registry of codes and their examples.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { problemPages } from './problem-pages.js';

const docs = path.resolve(import.meta.dirname, '..', 'docs');
const pages = problemPages(readFileSync(path.join(docs, 'problems.md'), 'utf8'));
rmSync(path.join(docs, 'problems'), { recursive: true, force: true });
mkdirSync(path.join(docs, 'problems'));
for (const [file, text] of pages) writeFileSync(path.join(docs, file), text);
