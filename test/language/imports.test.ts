import assert from 'node:assert/strict';
import { URI } from 'langium';
import { WorkspaceFolders } from '../../language/names/folders.js';
import { importTarget } from '../../language/names/imports.js';

describe('where an import may lead', () => {
  const folders = new WorkspaceFolders();
  folders.set([URI.parse('file:///ws/designs'), URI.parse('file:///ws/common')]);
  const from = URI.parse('file:///ws/designs/north/a.meter');
  const lead = (path: string) => {
    const target = importTarget(from, path, folders);
    return 'uri' in target ? target.uri.toString() : target.problem;
  };

  it('inside the folders of the workspace, by a relative path', () => {
    assert.equal(lead('b.meter'), 'file:///ws/designs/north/b.meter');
    assert.equal(lead('../b.meter'), 'file:///ws/designs/b.meter');
    assert.equal(lead('./x/../b.meter'), 'file:///ws/designs/north/b.meter');
    assert.equal(lead('../../common/zones.meter'), 'file:///ws/common/zones.meter');
  });

  it('never outside, however it is written', () => {
    for (const path of ['../../secret.meter', '../../designs-old/a.meter', '../../../etc/passwd', '../../common/../x.meter']) {
      assert.equal(lead(path), 'outside the workspace', path);
    }
  });

  it('never by an absolute path, a scheme, a drive or a backslash', () => {
    for (const path of [
      '/etc/passwd',
      'file:///etc/passwd',
      'https://example.org/a.meter',
      'C:/a.meter',
      'c:a.meter',
      '..\\a.meter',
      '',
      'a\0.meter',
      'x'.repeat(2000),
    ]) {
      assert.equal(lead(path), 'not a relative path', path.slice(0, 40));
    }
  });

  it('a percent sign is a percent sign, not a way around', () => {
    const target = lead('%2e%2e/%2e%2e/secret.meter');
    assert.ok(target.startsWith('file:///ws/designs/north/') || target === 'outside the workspace', target);
  });

  it('a file that belongs to no folder imports from its own folder only', () => {
    const lone = URI.parse('file:///tmp/one/a.meter');
    assert.ok('uri' in importTarget(lone, 'b.meter', folders));
    assert.deepEqual(importTarget(lone, '../b.meter', folders), { problem: 'outside the workspace' });
  });
});
