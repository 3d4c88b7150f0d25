import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DiskEditor } from './sessions/editor.js';

const box = 'component box is smart-meter in street\n';
const zones = 'zone street is neighbourhood-network\n';
const importing = 'import "drafts/zones.meter"\n';
const design = `design town { profile x1332-core }\n${box}`;

describe('files that a project passes over', () => {
  let folder: string;
  let editor: DiskEditor;
  const at = (file: string) => path.join(folder, file);
  const put = async (file: string, content: string | Uint8Array, type: 1 | 2 = 2): Promise<void> => {
    writeFileSync(at(file), content);
    await editor.hears([{ uri: pathToFileURL(at(file)).href, type }]);
  };
  /** Waits until these are the files of which the review tells, with the codes of what is wrong with them; findings have none here. */
  const comesTo = async (wanted: Readonly<Record<string, readonly string[]>>): Promise<void> => {
    const shown = async () => {
      const { report } = await editor.told();
      const { designs, problems } = JSON.parse(report) as {
        designs: { files: string[] }[];
        problems: { code: string; location: { file: string } }[];
      };
      const files = [...new Set([...designs.flatMap((one) => one.files), ...problems.map(({ location }) => location.file)])].sort();
      return Object.fromEntries(
        files.map((file) => [
          file,
          problems.filter(({ location, code }) => location.file === file && isAsked(code)).map(({ code }) => code),
        ]),
      );
    };
    const end = Date.now() + 60_000;
    while (JSON.stringify(await shown()) !== JSON.stringify(wanted) && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(await shown(), wanted);
  };
  const isAsked = (code: string) => ['unknown-name', 'import-missing', 'unreadable-file'].includes(code);

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'meterlint-left-out-')));
    mkdirSync(at('drafts'));
    writeFileSync(at('drafts/zones.meter'), zones);
    writeFileSync(at('town.meter'), design);
    editor = await DiskEditor.on([folder]);
  });
  afterEach(() => {
    editor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leave the review when the settings say so, and come back', async () => {
    await comesTo({ 'drafts/zones.meter': [], 'town.meter': ['unknown-name'] });
    await put('meterlint.json', '{ "exclude": ["drafts/**"] }', 1);
    await comesTo({ 'town.meter': ['unknown-name'] });
    await put('meterlint.json', '{}');
    await comesTo({ 'drafts/zones.meter': [], 'town.meter': ['unknown-name'] });
  });

  it('are read as long as an import that was typed leads to them', async () => {
    await put('meterlint.json', '{ "exclude": ["drafts/**"] }', 1);
    await comesTo({ 'town.meter': ['unknown-name'] });
    await editor.opens(at('town.meter'), design);
    await editor.types(at('town.meter'), importing + design);
    await comesTo({ 'drafts/zones.meter': [], 'town.meter': [] });
    await editor.types(at('town.meter'), design);
    await comesTo({ 'town.meter': ['unknown-name'] });
  });

  it('are no gap of the review any more, whatever they hold', async () => {
    await put('drafts/zones.meter', Uint8Array.from([0xff, 0xfe]));
    await comesTo({ 'drafts/zones.meter': ['unreadable-file'], 'town.meter': ['unknown-name'] });
    await put('meterlint.json', '{ "exclude": ["drafts/**"] }', 1);
    await comesTo({ 'town.meter': ['unknown-name'] });
  });

  it('as others, are readable once an editor has saved them as text, whatever is edited while they are closed', async () => {
    await put('drafts/zones.meter', Uint8Array.from([0xff, 0xfe]));
    await comesTo({ 'drafts/zones.meter': ['unreadable-file'], 'town.meter': ['unknown-name'] });
    await editor.opens(at('drafts/zones.meter'), zones);
    await editor.opens(at('town.meter'), design);
    await put('drafts/zones.meter', zones);
    await editor.closes(at('drafts/zones.meter'));
    await editor.types(at('town.meter'), importing + design);
    await comesTo({ 'drafts/zones.meter': [], 'town.meter': [] });
  });
});
