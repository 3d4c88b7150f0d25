import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue, Definition } from '../../language/model/index.js';
import { createWorkspace } from '../support/workspace.js';

/**
 * Ids are public names: designs, decisions, baselines and reports hold them. A line of the list never changes and never goes; a
 * new definition adds its line at the end of its section.
 */
const list = path.join(import.meta.dirname, 'ids.txt');

type Table = Exclude<keyof Catalogue, 'attacks' | 'harms'>;
const tables: readonly Table[] = [
  'requirements',
  'profiles',
  'controls',
  'mechanisms',
  'componentKinds',
  'zoneKinds',
  'dataClasses',
  'services',
  'attributes',
  'threats',
  'standards',
  'conditions',
  'steps',
];

function listed(): ReadonlyMap<string, readonly string[]> {
  const sections = readFileSync(list, 'utf8')
    .split(/^== /m)
    .slice(1)
    .map((section): [string, string[]] => {
      const [name = '', ...ids] = section.split('\n').map((each) => each.trim());
      return [name, ids.filter((id) => id !== '')];
    });
  return new Map(sections);
}

describe('ids of the catalogue', () => {
  for (const table of tables) {
    it(`of ${table} are the committed ones`, async () => {
      const workspace = await createWorkspace({});
      const defined: ReadonlyMap<string, Definition> = workspace.shared.meter.Designs.catalogue()[table];
      const ids = listed().get(table) ?? [];
      assert.deepEqual(
        ids.filter((id) => !defined.has(id)),
        [],
        'an id was renamed or removed: designs in the field name it',
      );
      assert.deepEqual(
        [...defined.keys()].filter((id) => !ids.includes(id)),
        [],
        'add these to test/catalogue/ids.txt; from then on they stay',
      );
      assert.equal(new Set(ids).size, ids.length);
    });
  }
});
