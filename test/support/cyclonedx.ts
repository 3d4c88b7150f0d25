import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { root } from './workspace.js';

/** Says whether something follows the schema of CycloneDX 1.6 as its owners publish it. */
export function cyclonedxSchema() {
  const folder = path.join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
  // Formats are words of other documents: what reports write in such places has patterns of its own in the tests.
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(read('bom-1.6'));
}
