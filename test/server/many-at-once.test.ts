import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileEvent, WorkspaceEdit } from 'vscode-languageserver';
import { DiskEditor, type Told } from './sessions/editor.js';

const zones = 'zone street is neighbourhood-network\n';
const design = (name: string) => `import "zones.meter"\ndesign ${name} { profile x1332-core }\ncomponent box is smart-meter in street\n`;

describe('many things at once', () => {
  let top: string;
  const editors: DiskEditor[] = [];
  const put = (file: string, text: string): string => {
    const full = path.join(top, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  };
  const open = async (...roots: string[]): Promise<DiskEditor> => {
    const editor = await DiskEditor.on(roots.map((root) => path.join(top, root)));
    editors.push(editor);
    return editor;
  };
  const reported = ({ report }: Told) => JSON.parse(report) as { designs: { name: string; files: string[] }[] };

  beforeEach(() => {
    top = realpathSync(mkdtempSync(path.join(tmpdir(), 'meterlint-many-')));
  });
  afterEach(() => {
    for (const editor of editors.splice(0)) editor.stop();
    rmSync(top, { recursive: true, force: true });
  });

  it('a thousand edits without a pause: at last what the last text says', async () => {
    put('one/zones.meter', zones);
    const file = put('one/d.meter', design('d'));
    const editor = await open('one');
    await editor.opens(file, design('d'));
    for (let edit = 1; edit <= 1000; edit++)
      await editor.types(file, `${design('d')}zone z${edit} is nowhere-${edit}\n`.slice(0, edit % 3 === 0 ? -5 : undefined));
    const told = await editor.told();
    const fresh = await open('one');
    await fresh.opens(file, editor.open.get(file)!);
    assert.deepEqual(told, await fresh.told());
    assert.match(JSON.stringify(told.diagnostics), /nowhere-1000/);
  });

  it('another branch: files that change, come and go in one message', async () => {
    const files = Array.from({ length: 90 }, (_, index) => `one/p${index % 9}/f${index}.meter`);
    const texts = files.map((_, index) => `zone z${index} is back-office\n`);
    for (const [index, file] of files.slice(0, 60).entries()) put(file, texts[index]!);
    const editor = await open('one');
    await editor.told();
    const changes: FileEvent[] = files.map((file, index) => {
      const uri = pathToFileURL(path.join(top, file)).href;
      if (index < 30) {
        rmSync(path.join(top, file));
        return { uri, type: 3 };
      }
      put(file, `${texts[index]!}zone more${index} is nowhere-known\n`);
      return { uri, type: index < 60 ? 2 : 1 };
    });
    await editor.hears(changes);
    const told = await editor.told();
    assert.deepEqual(told, await (await open('one')).told());
    assert.equal(Object.keys(told.texts).length, 60);
  });

  it('twelve folders with files of the same names: each design is made of its own', async () => {
    const roots = Array.from({ length: 12 }, (_, index) => `folder${index}`);
    for (const [index, root] of roots.entries()) {
      put(`${root}/zones.meter`, index % 2 === 0 ? zones : 'zone yard is back-office\n');
      put(`${root}/d.meter`, design('town'));
    }
    const told = await (await open(...roots)).told();
    const made = reported(told).designs.map(({ files }) => files.join(' '));
    assert.deepEqual(made.sort(), roots.map((root) => `${root}/d.meter ${root}/zones.meter`).sort());
    // The zone of one folder is none of another.
    for (const [index, root] of roots.entries()) {
      const shown = told.diagnostics[pathToFileURL(path.join(top, root, 'd.meter')).href] ?? [];
      assert.equal(
        shown.some(({ code }) => code === 'unknown-name'),
        index % 2 === 1,
        root,
      );
    }
  });

  it('a name that many files use: all of them are changed, as they stand in the editor, or nothing is', async () => {
    put('one/zones.meter', zones);
    const count = 60;
    const files = Array.from({ length: count }, (_, index) => put(`one/d${index}.meter`, design(`d${index}`)));
    const editor = await open('one');
    const dirty = `// not saved\n${design('d0')}`;
    await editor.opens(files[0]!, dirty);
    await editor.opens(path.join(top, 'one/zones.meter'), zones);
    const at = { textDocument: { uri: pathToFileURL(path.join(top, 'one/zones.meter')).href }, position: { line: 0, character: 6 } };
    const { changes = {} } = await editor.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'lane' });
    assert.equal(Object.keys(changes).length, count + 1);
    // Of the text that is not saved, the line that it has there.
    assert.deepEqual(
      changes[pathToFileURL(files[0]!).href]!.map(({ range }) => range.start),
      [{ line: 3, character: 32 }],
    );
    await assert.rejects(editor.request('textDocument/rename', { ...at, newName: 'box' }));
  });
});
