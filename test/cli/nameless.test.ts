import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { verbs } from '../../cli/verbs/index.js';
import { formats } from '../../report/formats/index.js';
import { inFolder, meterlint } from '../support/cli.js';
import { namelessFiles } from '../support/nameless.js';

/** What each verb is asked of files in which statements have no name. */
const asked: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [
    ['.', '--verbose'],
    ['0/d.meter', '--everything'],
    ['.', '--redact'],
    ['all/d.meter', '--profile', 'x1332-core'],
  ],
  export: formats.map(({ id }) => ['.', '--format', id, '--output', `out/${id}`]),
  fix: [
    ['.', '--dry-run'],
    ['.', '--errors'],
  ],
  format: [['--check', '.']],
  explain: [
    ['gateway', '1/d.meter'],
    ['sealed', '2/d.meter'],
    ['seal', '3/d.meter'],
  ],
  list: ['requirements', 'controls', 'mechanisms', 'profiles', 'standards', 'kinds', 'threats', 'attacks'].map((sort) => [sort, '.']),
  reach: [['1/d.meter'], ['all/d.meter']],
  paths: [['fraud', '1/d.meter']],
  attacks: [['.']],
  matrix: [
    ['.', '--by', 'threat'],
    ['.', '--by', 'requirement-threat'],
  ],
  timeline: [['.']],
  compare: [['.']],
  graph: ['dot', 'mermaid', 'svg'].flatMap((format) => ['1/d.meter', 'all/d.meter'].map((file) => [file, '--format', format, '--flows'])),
  baseline: [['.', '--output', 'known.json']],
  diff: [
    ['1', '2'],
    ['0', 'all', '--format', 'markdown'],
  ],
};
/** These read no design: what they say is not made of one. */
const without = ['init', 'merge', 'lsp', 'completions', 'help'];

/** What was printed and written, as texts; a workbook's parts by themselves. */
function textsIn(folder: string): [string, string][] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.meter'),
  );
  return files.flatMap(({ parentPath, name }): [string, string][] => {
    const bytes = readFileSync(path.join(parentPath, name));
    if (name !== 'xlsx') return [[name, bytes.toString('utf8')]];
    return Object.entries(unzipSync(bytes)).map(([part, inner]) => [`${name}/${part}`, new TextDecoder().decode(inner)]);
  });
}

describe('statements without a name, by every verb and format', () => {
  it('leaves no verb out', () => {
    assert.deepEqual([...Object.keys(asked), ...without].sort(), verbs.map(({ name }) => name).sort());
  });

  for (const [verb, runs] of Object.entries(asked))
    for (const args of runs)
      it(`are never called undefined, and end nothing: ${verb} ${args.join(' ')}`, () =>
        inFolder({ ...namelessFiles, 'out/here.meter': '' }, async (folder) => {
          const { code, out, err } = await meterlint([verb, ...args], folder);
          assert.ok(code !== null && [0, 1, 2].includes(code), `${code}: ${err}`);
          const told: [string, string][] = [['out', out], ['err', err], ...textsIn(folder)];
          assert.ok(told.some(([, text]) => text !== ''));
          for (const [where, text] of told) assert.doesNotMatch(text, /\b(?:undefined|NaN)\b|\[object |TypeError/, where);
        }));
});
