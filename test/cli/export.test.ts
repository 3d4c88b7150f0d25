import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { formats } from '../../report/formats/index.js';
import { binary, inFolder, meterlint, meterlintBytes } from '../support/cli.js';
import { root } from '../support/workspace.js';

const design = 'design d { profile x1332-core }\nzone office is back-office\ncomponent mdms is meter-data-management in office\n';
const day = ['--date', '2026-11-24'];

describe('meterlint export', () => {
  for (const { id } of formats) {
    it(`writes ${id}: to a file the same bytes as to a pipe, and check the same`, async () => {
      await inFolder({ 'a.meter': design }, async (folder) => {
        const piped = spawnSync(process.execPath, [binary(), 'export', '--format', id, 'a.meter', ...day], {
          cwd: folder,
          maxBuffer: 64_000_000,
        });
        assert.equal(piped.status, 0, piped.stderr.toString());
        assert.equal(piped.stderr.toString(), '');
        assert.ok(piped.stdout.length > 0);
        const filed = await meterlint(['export', '--format', id, '--output', 'report.out', 'a.meter', ...day], folder);
        assert.deepEqual(filed, { code: 0, out: '', err: '' });
        assert.deepEqual(readFileSync(path.join(folder, 'report.out')), piped.stdout);
        const checked = await meterlintBytes(['check', '--format', id, 'a.meter', '--fail-on', 'none', ...day], folder);
        assert.deepEqual(checked.out, piped.stdout);
        assert.deepEqual(readdirSync(folder).sort(), ['a.meter', 'report.out']);
      });
    });
  }

  it('tells what is met and what does not apply where everything is asked for', async () => {
    await inFolder({ 'a.meter': design }, async (folder) => {
      const kindsOf = async (...more: string[]) => {
        const { out } = await meterlint(['export', '--format', 'sarif', 'a.meter', ...day, ...more], folder);
        const { runs } = JSON.parse(out) as { runs: { results: { kind?: string }[] }[] };
        return new Set(runs[0]!.results.map(({ kind }) => kind ?? 'fail'));
      };
      assert.deepEqual(await kindsOf(), new Set(['fail']));
      const all = await kindsOf('--everything');
      assert.ok(all.has('fail') && all.has('notApplicable'), [...all].join(', '));
    });
  });

  it('needs a format, and knows the nearest', async () => {
    const none = await meterlint(['export', 'examples'], root);
    assert.equal(none.code, 2);
    assert.match(none.err, /--format is missing; it takes .*sarif/);
    const near = await meterlint(['export', '--format', 'sarfi', 'examples'], root);
    assert.equal(near.code, 2);
    assert.match(near.err, /not 'sarfi'; did you mean 'sarif'\?/);
  });

  it('writes what could be read, says what could not, and exits with 2', async () => {
    await inFolder({ 'a.meter': `${design}component ( broken\n` }, async (folder) => {
      const { code, out, err } = await meterlint(['export', '--format', 'csv', ...day], folder);
      assert.equal(code, 2);
      assert.match(out, /^design,requirement,/);
      assert.match(err, /^meterlint: a\.meter:4:11: an error hides a part: Expected a name here/);
    });
  });

  it('never overwrites a design', async () => {
    await inFolder({ 'a.meter': design }, async (folder) => {
      const { code, err } = await meterlint(['export', '--format', 'csv', '--output', 'a.meter'], folder);
      assert.equal(code, 2);
      assert.match(err, /would overwrite a design/);
      assert.equal(readFileSync(path.join(folder, 'a.meter'), 'utf8'), design);
    });
  });
});
