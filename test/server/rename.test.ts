import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import { Session } from './in-process.js';

const files = {
  'zones.meter': '/* 😀 */ zone home "home" is customer-premises\nzone yard is operations in home',
  'town.meter': [
    'import "zones.meter"',
    'design town { }',
    '/* 電😀 */ component zähler "zähler" is cabinet in home',
    'component hes is head-end in yard { seals = 3 }',
    'data p is interval-consumption',
    'link l: zähler <-> hes',
    'flow f: zähler -> hes carries p over own-tls from zähler to hes',
    'accept sealed on zähler, f because "zähler"',
  ].join('\n'),
  'mid.meter': 'import "zones.meter"\n',
  'other.meter': 'import "mid.meter"\ndesign other { }\ncomponent only-here is head-end in home',
  'own.meter': [
    'define component cabinet is data-concentrator',
    'define component box is cabinet { seals = 1 }',
    'define attribute seals on component : integer',
    'define control sealing on component',
    'define mechanism own-tls is tls-1.3 { provides sealing }',
    'define requirement sealed { category access applies to component where is cabinet needs sealing and seals > 2 }',
    'define requirement routed { category access applies to link where some flow over own-tls needs sealing on both ends or on every hop }',
  ].join('\n'),
};

for (const newline of ['\n', '\r\n']) {
  describe(`renaming (${newline === '\n' ? 'LF' : 'CRLF'})`, () => {
    let session: Session;
    before(async () => {
      session = await Session.with(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', newline)])));
    });
    after(() => {
      session.stop();
    });

    const ask = (file: string, part: string, newName: string) =>
      session.request<WorkspaceEdit>('textDocument/rename', { ...session.at(file, part), newName });
    /** The texts that change, as they are afterwards. */
    const rename = async (file: string, part: string, newName: string) => {
      const { changes } = await ask(file, part, newName);
      const apply = (uri: string, edits: NonNullable<WorkspaceEdit['changes']>[string]) =>
        TextDocument.applyEdits(TextDocument.create(uri, 'meter', 0, session.textOf(uri)), edits).replaceAll('\r\n', '\n');
      return Object.fromEntries(Object.entries(changes ?? {}).map(([uri, edits]) => [uri.split('/').at(-1)!, apply(uri, edits)]));
    };
    const refused = async (file: string, part: string, newName: string, reason: RegExp) => {
      await assert.rejects(ask(file, part, newName), (error: Error) => reason.test(error.message) || assert.fail(error.message));
    };

    it('changes declaration and uses in the file, and nothing in titles, comments and reasons', async () => {
      const town = files['town.meter'].replace(/(?<!")zähler(?!")/g, '电-表.2');
      assert.deepEqual(await rename('town.meter', 'component |zähler', '电-表.2'), { 'town.meter': town });
      assert.deepEqual(await rename('town.meter', 'from zäh|ler', '电-表.2'), { 'town.meter': town });
    });

    it('changes the uses in files that import it, also through others', async () => {
      const everywhere = {
        'zones.meter': files['zones.meter'].replace('zone home', 'zone house').replace('in home', 'in house'),
        'town.meter': files['town.meter'].replace('in home', 'in house'),
        'other.meter': files['other.meter'].replace('in home', 'in house'),
      };
      assert.deepEqual(await rename('zones.meter', 'zone |home', 'house'), everywhere);
      assert.deepEqual(await rename('other.meter', 'in home|', 'house'), everywhere);
    });

    it('changes own definitions wherever the workspace uses them', async () => {
      assert.deepEqual(await rename('town.meter', 'is |cabinet', 'locker'), {
        'own.meter': files['own.meter'].replaceAll('cabinet', 'locker'),
        'town.meter': files['town.meter'].replace('cabinet', 'locker'),
      });
      assert.deepEqual(await rename('own.meter', 'attribute |seals', 'locks'), {
        'own.meter': files['own.meter'].replaceAll(/\bseals\b/g, 'locks'),
        'town.meter': files['town.meter'].replace('seals', 'locks'),
      });
    });

    it('refuses names of the catalogue, from wherever it is asked', async () => {
      const builtIn = /belongs to the built-in catalogue/;
      await refused('town.meter', 'is |head-end', 'x', builtIn);
      await refused('own.meter', 'is |tls-1.3', 'x', builtIn);
      await refused('meterlint-catalogue:/kinds.meter', 'define component |head-end', 'x', builtIn);
      await assert.rejects(session.request('textDocument/prepareRename', session.at('town.meter', 'is |head-end')), builtIn);
    });

    it('refuses what is no name', async () => {
      for (const name of [
        '',
        ' ',
        'two words',
        'a-',
        '-a',
        '.a',
        'a..b',
        '12',
        '2027-06-30',
        '"a"',
        'a:b',
        '->',
        '{',
        '😀',
        'a // b',
        'a\nb',
      ]) {
        await refused('town.meter', 'component |zähler', name, /is no name/);
      }
    });

    it('refuses names that are taken in a design the element is part of, and says by what', async () => {
      await refused('town.meter', 'component |zähler', 'hes', /already the name of something else: component in town\.meter/);
      await refused('town.meter', 'component |zähler', 'home', /zone in zones\.meter/);
      await refused('town.meter', 'component |zähler', 'town', /design in town\.meter/);
      await refused('zones.meter', 'zone |home', 'only-here', /component in other\.meter/);
      await refused('own.meter', 'component |box', 'cabinet', /component kind in own\.meter/);
      await refused('own.meter', 'component |box', 'head-end', /component kind in the built-in catalogue/);
    });

    it('allows what another design, or another sort of definition, has', async () => {
      assert.ok((await rename('town.meter', 'component |zähler', 'only-here'))['town.meter']);
      assert.ok((await rename('own.meter', 'component |box', 'sealing'))['own.meter']);
      assert.ok((await rename('town.meter', 'component |zähler', 'smart-meter'))['town.meter']);
      assert.deepEqual(await rename('town.meter', 'component |hes', 'hes'), { 'town.meter': files['town.meter'] });
    });

    it('allows a word of the language where it stays readable, and refuses it where not', async () => {
      assert.match((await rename('town.meter', 'data |p', 'over'))['town.meter']!, /^data over is.*carries over over own-tls/ms);
      await refused('own.meter', 'control |sealing', 'carries', /word of the language/);
      assert.match((await rename('own.meter', 'control |sealing', 'guidance'))['own.meter']!, /needs guidance and/);
    });

    it('says that there is nothing to rename where no name stands', async () => {
      await refused('town.meter', 'compo|nent zähler', 'x', /no name here/);
      await refused('town.meter', '"zäh|ler"', 'x', /no name here/);
      assert.equal(await session.request('textDocument/prepareRename', session.at('town.meter', 'compo|nent zähler')), null);
      for (const word of ['some fl|ow', 'on bo|th ends', 'every h|op']) {
        await refused('own.meter', word, 'x', /no name here/);
        for (const method of ['prepareRename', 'linkedEditingRange']) {
          assert.equal(await session.request(`textDocument/${method}`, session.at('own.meter', word)), null, `${method} ${word}`);
        }
      }
    });

    it('selects the whole name to begin with', async () => {
      const range = await session.request<Range>('textDocument/prepareRename', session.at('town.meter', 'on zä|hler'));
      assert.equal(session.cut('town.meter', range), 'zähler');
    });
  });
}
