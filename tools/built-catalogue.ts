// The room `tools/`: programs that make parts of the product and of its pages from the product itself; each may be run again at any
// time and writes the same. May import `language`, `catalogue`, `workspace`, `review`, `summary`, `report`, `picture`, `cli`, `node:*`, `prettier`.

/* Compiles the built-in catalogue into dist/catalogue.json, from which the bundles start; part of `npm run build`. */
import './group-by.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueFiles } from '../catalogue/index.js';
import { openWorkspace, writeBuilt } from '../workspace/index.js';

const root = path.resolve(import.meta.dirname, '..');
const texts = new Map(catalogueFiles.map((file) => [file, readFileSync(path.join(root, 'catalogue', file), 'utf8')]));
const { shared } = await openWorkspace({ files: new Map(), builtIn: texts, date: '2026-01-01' });
const broken = shared.workspace.LangiumDocuments.all.filter(
  ({ parseResult, references }) =>
    parseResult.lexerErrors.length + parseResult.parserErrors.length > 0 || references.some(({ error }) => error !== undefined),
);
const names = broken.map(({ uri }) => uri.path).toArray();
if (names.length > 0) throw new Error(`the catalogue cannot be read: ${names.join(', ')}`);
writeFileSync(path.join(root, 'dist', 'catalogue.json'), writeBuilt(shared));
