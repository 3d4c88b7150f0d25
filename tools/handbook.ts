// Writes docs/catalogue/ from the catalogue: a page for each requirement of the profiles, each mechanism and each threat.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { handbookPages } from './handbook-pages.js';

const folder = path.resolve(import.meta.dirname, '..', 'docs', 'catalogue');
const pages = await handbookPages();
rmSync(folder, { recursive: true, force: true });
for (const [file, text] of pages) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
