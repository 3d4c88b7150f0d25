// Writes docs/catalogue/ from the catalogue: a page for each requirement of the profile.
import './group-by.mjs';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from '../cli/load.js';
import { handbook } from '../report/handbook.js';
import { requirementsOf } from '../review/index.js';

const folder = path.resolve(import.meta.dirname, '..', 'docs', 'catalogue');
const { shared } = await load([], []);
const catalogue = shared.meter.Designs.catalogue();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [file, text] of handbook(requirementsOf(['x1332'], catalogue), catalogue)) writeFileSync(path.join(folder, file), text);
