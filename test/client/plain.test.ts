import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { plainItems, withoutIconsInBar, withoutLinks } from '../../client/plain.js';
import { root } from '../support/workspace.js';

describe('what a design says, in lists, messages and the status bar', () => {
  it('draws no icon and makes no link', () => {
    assert.deepEqual(plainItems([{ label: '$(zap) a', description: 'b $(sync~spin)', detail: '$(x', id: 1 }, { label: '$ (y)' }]), [
      { label: '\\$(zap) a', description: 'b \\$(sync~spin)', detail: '$(x', id: 1 },
      { label: '$ (y)' },
    ]);
    assert.equal(withoutIconsInBar('a $(zap)'), 'a $\u200B(zap)');
    assert.equal(withoutLinks('[x](command:y)'), '[x]\u200B(command:y)');
  });

  it('goes through that in every list that is shown', () => {
    const files = readdirSync(path.join(root, 'client'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const shown = files.flatMap((file) =>
      [...readFileSync(path.join(root, 'client', file), 'utf8').matchAll(/showQuickPick\((\w+)/g)].map(([, first]) => `${file} ${first}`),
    );
    assert.ok(shown.length > 5);
    assert.deepEqual(
      shown.filter((one) => !one.endsWith(' plainItems')),
      [],
    );
  });
});
