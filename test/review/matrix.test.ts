import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { review } from '../../review/index.js';
import { createWorkspace, root, syntaxErrors, type Workspace } from '../support/workspace.js';
import { readMatrix } from './matrix/read.js';
import { tell } from './matrix/tell.js';

const date = '2026-11-24';
const designs = { riverside: 'riverside.meter', hillside: 'hardened.meter' };

describe('the hand-written matrix', () => {
  let workspace: Workspace;

  before(async () => {
    const files = ['riverside.meter', 'hardened.meter', 'zones.meter'];
    workspace = await createWorkspace(
      Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, 'examples', file), 'utf8')])),
    );
    assert.deepEqual(syntaxErrors(workspace), []);
  });

  it('leaves four findings in examples/hardened.meter, which the README lists', () => {
    const architecture = workspace.shared.meter.Designs.all().find((one) => one.design.name === 'hillside');
    assert.ok(architecture);
    const { findings } = review(architecture, date);
    assert.deepEqual(findings.map(({ requirement, element }) => `${requirement} on ${element}`).sort(), [
      'authz-rbac on mdms',
      'fw-rollback on hub',
      'net-zones on dmz',
      'net-zones on office',
    ]);
  });

  for (const [name, file] of Object.entries(designs)) {
    it(`is what the engine finds in examples/${file}, pair by pair`, () => {
      const expected = readMatrix(readFileSync(path.join(import.meta.dirname, 'matrix', `${name}.txt`), 'utf8'));
      const architecture = workspace.shared.meter.Designs.all().find((one) => one.design.name === name);
      assert.ok(architecture);
      const { results, requirements } = review(architecture, date);
      assert.deepEqual(
        [...new Set(expected.map((pair) => pair.requirement))],
        requirements,
        'every requirement of the profile, in its order',
      );
      const wanted = new Map(expected.map((pair) => [`${pair.requirement} on ${pair.element}`, pair.words]));
      assert.equal(wanted.size, expected.length, 'no pair is written twice');
      const found = new Map(results.map((result) => [`${result.requirement} on ${result.element}`, tell(result)]));
      assert.deepEqual(Object.fromEntries([...found].sort()), Object.fromEntries([...wanted].sort()));
    });
  }
});
