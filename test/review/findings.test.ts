import assert from 'node:assert/strict';
import { review } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

const text = [
  'design d { profile x1332 }',
  'zone dmz is head-end-dmz',
  'zone home is customer-premises',
  'data readings is interval-consumption',
  'component hes is head-end in dmz { uses software-keystore }',
  'component kms is key-management-system in dmz { uses software-keystore }',
  'component meter is smart-meter in home',
  'link wan: meter <-> hes over lte',
  'link keys: hes <-> kms',
  'flow reading is scheduled-reading: meter -> hes carries readings over dlms-lls',
].join('\n');

async function findingsOf(source: string) {
  const workspace = await createWorkspace({ 'd.meter': source });
  return review(workspace.shared.meter.Designs.all()[0]!, '2026-11-24').findings;
}

describe('findings', () => {
  it('have an identity of three names, which survives moved lines and other elements', async () => {
    const before = await findingsOf(text);
    const after = await findingsOf(`// a line above\n\n${text}\ncomponent other is relay in home\nlink more: other -> hes`);
    const ids = new Set(after.map(({ id }) => id));
    for (const { id, design, requirement, element } of before) {
      assert.equal(id, `${design}/${requirement}/${element}`);
      assert.ok(ids.has(id), id);
    }
    assert.equal(new Set(before.map(({ id }) => id)).size, before.length);
  });

  it('on different elements name each other where one weak statement is behind both', async () => {
    const related = (await findingsOf(text)).filter((finding) => finding.related.length > 0);
    const pairs = related.map(({ id, related: others }) => `${id}: ${others.join(', ')}`);
    assert.deepEqual(pairs, ['d/authn-dlms-level/reading: d/authn-mutual/wan', 'd/authn-mutual/wan: d/authn-dlms-level/reading']);
  });

  it('are the same whatever was reviewed before', async () => {
    assert.deepEqual(await findingsOf(text), await findingsOf(text));
  });
});
