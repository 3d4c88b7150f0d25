import assert from 'node:assert/strict';
import { DocumentHighlightKind, type DocumentHighlight, type Location, type LocationLink } from 'vscode-languageserver';
import { Session } from './in-process.js';

const files = {
  'zones.meter': '// 😀\nzone home "家 😀" is customer-premises { customer-port = none }\n',
  'main.meter': [
    'import "zones.meter"',
    'design town { profile own }',
    '/* 😀 電 */ component zähler "Z 😀" is cabinet in home { seals = 4 control seal-check }',
    'component 电表 is head-end',
    'link l: zähler <-> 电表',
    'flow f: zähler -> 电表 over seal',
    'accept sealed on zähler because "later"',
  ].join('\n'),
  'own.meter': [
    'define component cabinet is data-concentrator { seals = 2 }',
    'define attribute seals on component : integer',
    'define control seal-check on component, flow',
    'define mechanism seal on flow { provides seal-check weak seal-check because "x" }',
    'define requirement sealed { category access applies to component where seals > 3 and is cabinet needs seal-check }',
    'define profile own { includes sealed }',
  ].join('\n'),
};

const crlf = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));

for (const [newline, texts] of [
  ['LF', files],
  ['CRLF', crlf],
] as const) {
  describe(`references and highlights (${newline})`, () => {
    let session: Session;
    before(async () => {
      session = await Session.with(texts);
    });
    after(() => {
      session.stop();
    });

    const references = async (file: string, part: string, includeDeclaration = true) => {
      const found = await session.request<Location[]>('textDocument/references', {
        ...session.at(file, part),
        context: { includeDeclaration },
      });
      return found.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line} ${session.cut(uri, range)}`).sort();
    };
    const highlights = async (file: string, part: string) => {
      const found = await session.request<DocumentHighlight[]>('textDocument/documentHighlight', session.at(file, part));
      return found
        .map(
          ({ range, kind }) => `${range.start.line} ${session.cut(file, range)} ${kind === DocumentHighlightKind.Write ? 'write' : 'read'}`,
        )
        .sort();
    };

    const everywhere = async () => {
      const uses = ['main.meter:4 zähler', 'main.meter:5 zähler', 'main.meter:6 zähler'];
      assert.deepEqual(await references('main.meter', 'link l: |zähler'), ['main.meter:2 zähler', ...uses]);
      assert.deepEqual(await references('main.meter', 'component zähl|er', false), uses);
      assert.deepEqual(await references('main.meter', '-> |电表'), ['main.meter:3 电表', 'main.meter:4 电表', 'main.meter:5 电表']);
      assert.deepEqual(await references('main.meter', '-> 电表|'), await references('main.meter', '-> |电表'));
      assert.deepEqual(await references('main.meter', 'in |home'), ['main.meter:2 home', 'zones.meter:1 home']);
      assert.deepEqual(await references('zones.meter', 'zone |home'), ['main.meter:2 home', 'zones.meter:1 home']);
      assert.deepEqual(await references('main.meter', 'is |cabinet'), [
        'main.meter:2 cabinet',
        'own.meter:0 cabinet',
        'own.meter:4 cabinet',
      ]);
      assert.deepEqual(await references('main.meter', '"Z |😀"'), []);
      assert.deepEqual(await references('main.meter', '/* 😀 |電'), []);
    };

    it('finds a name in all files, from its declaration and from each use', everywhere);

    it('finds the uses of a catalogue name from the catalogue, and of all files', async () => {
      const found = await references('meterlint-catalogue:/kinds.meter', 'define component |head-end ');
      assert.ok(found.includes('main.meter:3 head-end'));
      assert.ok(found.some((one) => one.startsWith('kinds.meter:')) && found.length > 2);
      assert.ok(found.every((one) => one.endsWith(' head-end')));
    });

    it('marks as written where a name is declared, valued or granted, and as read elsewhere', async () => {
      assert.deepEqual(await highlights('main.meter', 'link l: |zähler'), [
        '2 zähler write',
        '4 zähler read',
        '5 zähler read',
        '6 zähler read',
      ]);
      assert.deepEqual(await highlights('own.meter', 'where |seals'), ['0 seals write', '1 seals write', '4 seals read']);
      assert.deepEqual(await highlights('own.meter', 'provides |seal-check'), [
        '2 seal-check write',
        '3 seal-check read',
        '3 seal-check write',
        '4 seal-check read',
      ]);
      assert.deepEqual(await highlights('main.meter', 'control |seal-check'), ['2 seal-check write']);
      assert.deepEqual(await highlights('main.meter', 'in |home'), ['2 home read']);
    });

    it('goes to definitions in this file, in an imported one and in the catalogue', async () => {
      const go = async (part: string) => {
        const [link] = (await session.request<LocationLink[] | null>('textDocument/definition', session.at('main.meter', part))) ?? [];
        if (link === undefined) return undefined;
        return `${link.targetUri} ${session.cut(link.targetUri, link.targetSelectionRange)} ${session.cut('main.meter', link.originSelectionRange!)}`;
      };
      assert.equal(await go('-> |电表'), 'file:///ws/main.meter 电表 电表');
      assert.equal(await go('in |home'), 'file:///ws/zones.meter home home');
      assert.equal(await go('is head-|end'), 'meterlint-catalogue:/kinds.meter head-end head-end');
      assert.equal(await go('"lat|er"'), undefined);
    });

    it('is right again after files are opened and lines come before them', async () => {
      for (const file of Object.keys(texts)) await session.open(file);
      await everywhere();
      const before = session.textOf('zones.meter');
      await session.change('zones.meter', `zone first is customer-premises\n${before}`);
      assert.deepEqual(await references('main.meter', 'in |home'), ['main.meter:2 home', 'zones.meter:2 home']);
      await session.change('zones.meter', before);
      await everywhere();
    });

    it('hands out the catalogue as virtual documents to every editor, which cannot be changed', async () => {
      const { capabilities } = session.initialized;
      const { textDocumentContent } = capabilities.workspace as { textDocumentContent: unknown };
      assert.deepEqual(textDocumentContent, { schemes: ['meterlint-catalogue'] });
      const uri = 'meterlint-catalogue:/kinds.meter';
      const { text } = await session.request<{ text: string }>('workspace/textDocumentContent', { uri });
      assert.equal(text, session.textOf(uri));
      assert.equal(await session.request('workspace/textDocumentContent', { uri: 'meterlint-catalogue:/none.meter' }), null);
      assert.equal(await session.request('workspace/textDocumentContent', { uri: 'file:///etc/passwd' }), null);
      // An editor that lets its user type there all the same changes nothing for the workspace.
      await session.open(uri, text);
      await session.request('textDocument/documentSymbol', { textDocument: { uri } });
      await everywhere();
    });
  });
}
