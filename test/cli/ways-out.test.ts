import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { formats } from '../../report/formats/index.js';
import { inFolder, meterlint } from '../support/cli.js';
import { hostileDesign, hostileFile, rawIn } from '../support/hostile.js';

/** Formats that are folders in one file. */
const packed = ['xlsx', 'docx'];

describe('whatever the command line prints of a hostile design', () => {
  const files = { [hostileFile]: hostileDesign, 'broken.meter': `import "${hostileFile}"\n` };
  const runs: readonly (readonly string[])[] = [
    ['check', '.', '--verbose'],
    ['check', hostileFile, '--color', 'never', '--fail-on', 'none'],
    ['check', '--everything', '.', '--format', 'json'],
    ...formats.filter(({ extension }) => !packed.includes(extension)).map(({ id }) => ['check', '.', '--format', id]),
    ['explain', 'r1'],
    ['explain', 'shut', hostileFile],
    ['explain', 'lid', hostileFile],
    ['explain', 'r1', hostileFile],
    ...['requirements', 'controls', 'mechanisms', 'profiles', 'standards'].map((sort) => ['list', sort, '.']),
    ...['dot', 'mermaid', 'svg'].map((format) => ['graph', hostileFile, '--format', format, '--flows']),
    ['reach', '.'],
    ['paths', 'loss', '.'],
    ['format', '--check', '.'],
    ['fix', '--dry-run', '.'],
    ...['text', 'markdown', 'json'].map((format) => ['diff', 'old', '.', '--format', format]),
  ];

  for (const args of runs) {
    it(`has nothing of it raw: ${args.map((arg) => (arg === hostileFile ? 'FILE' : arg)).join(' ')}`, () =>
      inFolder({ ...files, 'old/a.meter': 'design d\n' }, async (folder) => {
        const { out, err } = await meterlint(args, folder);
        assert.notEqual(`${out}${err}`, '');
        // A picture is drawn with the colours of a terminal by nobody; a terminal gets none here.
        for (const told of [out, err]) assert.equal(rawIn(told), undefined);
        assert.doesNotMatch(`${out}${err}`, /\bundefined\b/);
      }));
  }

  for (const format of packed) {
    it(`has nothing of it raw: ${format}, part by part`, () =>
      inFolder(files, async (folder) => {
        await meterlint(['check', '.', '--format', format, '--output', `out.${format}`], folder);
        const parts = Object.entries(unzipSync(readFileSync(path.join(folder, `out.${format}`))));
        assert.ok(parts.length > 5);
        for (const [name, bytes] of parts) assert.equal(rawIn(new TextDecoder().decode(bytes)), undefined, name);
      }));
  }

  it('has nothing of it raw: what is said of a file that cannot be read, and of a setting', () =>
    inFolder({}, async (folder) => {
      const latin = Buffer.from([0x64, 0xe9]);
      writeFileSync(path.join(folder, hostileFile), latin);
      const { err, out } = await meterlint(['check', hostileFile], folder);
      assert.match(`${err}${out}`, /UTF-8/);
      for (const told of [out, err]) assert.equal(rawIn(told), undefined);
      const missing = await meterlint(['check', '::error ::owned'], folder);
      assert.notEqual(missing.err, '');
      assert.equal(rawIn(missing.err), undefined);
    }));
});
