import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { requirementsOf, review } from '../../review/index.js';
import { createWorkspace, root, type Workspace } from '../support/workspace.js';
import { headOf, pairOf, scoreOf } from './reference.js';

const folder = path.join(root, 'test/accuracy/planted');
const reviewDate = '2026-11-24';
const files = readdirSync(folder).sort();

/**
 * Small networks of other countries and commodities, each with a fault that was written down before its first review, and one in which
 * nothing of the kind is wrong. They are drafts: what else a review finds in them is not judged here.
 */
describe('planted faults', () => {
  let workspace: Workspace;

  before(async () => {
    workspace = await createWorkspace(Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])));
  });

  const textOf = (file: string) => workspace.document(file).textDocument.getText();

  for (const file of files) {
    it(`are told in ${file}, and what is right is left alone`, () => {
      const architecture = workspace.shared.meter.Designs.all().find((one) => one.files[0] === workspace.uri(file).toString());
      assert.ok(architecture !== undefined && !architecture.design.implicit);
      assert.deepEqual(
        workspace.mistakes(file).flatMap(({ severity, message }) => (severity === 'error' ? [message] : [])),
        [],
      );
      const { findings, results } = review(architecture, reviewDate);
      const head = headOf(textOf(file));
      const { missed, forbidden } = scoreOf(head, findings.map(pairOf));
      assert.deepEqual({ missed, forbidden }, { missed: [], forbidden: [] });
      const pairs = results.map(pairOf);
      const asked = requirementsOf(['x1332'], workspace.shared.meter.Designs.catalogue()).map(({ name }) => name);
      for (const named of [...head.expected, ...head.forbidden]) {
        assert.ok(named.includes(' on ') ? pairs.includes(named) : asked.includes(named), named);
      }
    });
  }

  it('say in words what is wrong, each with what tells it', () => {
    for (const file of files) {
      const text = textOf(file);
      assert.equal(/^\/\/ fault /m.test(text), headOf(text).expected.length > 0, file);
    }
  });
});
