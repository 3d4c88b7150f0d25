import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'langium';
import type { DocumentLink, FoldingRange, LinkedEditingRanges, SelectionRange } from 'vscode-languageserver';
import { root } from '../support/workspace.js';
import { offsetAt, Session } from './in-process.js';

const files = {
  'common/zones.meter': 'zone home is customer-premises\nzone lane is own-lane\n',
  'town.meter': [
    'import "common/zones.meter"',
    'import "common/nowhere.meter"',
    '',
    'import "../outside.meter"',
    '/**',
    ' * 😀 The town; see https://doc.example/hidden.',
    ' */',
    'design town {',
    '    note "電 See https://example.org/a_(b)?c=1#d, http://x.org. and ftp://no.org or command:run \\"https://q.org\\""',
    '    control incident-response-plan evidence "https://wiki.example/irp"',
    '}',
    '',
    '// one',
    '// two',
    'zone yard is operations // three',
    '// four',
    '',
    'component meter "M" is smart-meter,',
    '        product in home {',
    '    uses secure-element, hsm-fips-140-3',
    '    count = 4 }',
    'component hes is head-end in yard',
    'flow daily: meter -> hes',
    '    over dlms-suite-1',
    '    from meter to hes',
  ].join('\n'),
  'own.meter': [
    'define standard house "House" { url "https://house.example/rules" }',
    'define standard shelf "Paper" { url "javascript:alert(1)" }',
    'define mechanism own on link { see house "1", shelf, rfc-8446 "4.1" unverified, missing }',
    'cite house "2" for comm-integrity',
    'define zone own-lane { }',
  ].join('\n'),
};

describe('links, folds, selections and linked editing', () => {
  for (const newline of ['\n', '\r\n']) {
    describe(newline === '\n' ? 'LF' : 'CRLF', () => {
      let session: Session;
      before(async () => {
        session = await Session.with(
          Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replaceAll('\n', newline)])),
        );
      });
      after(() => {
        session.stop();
      });
      const links = async (file: string) => {
        const found = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: session.uri(file) } });
        return found.map(({ range, target }) => `${session.cut(file, range)} => ${target ?? ''}`);
      };

      it('links imports that lead somewhere, and addresses in texts without what stands behind them', async () => {
        assert.deepEqual(await links('town.meter'), [
          'common/zones.meter => file:///ws/common/zones.meter',
          'https://example.org/a_(b)?c=1#d => https://example.org/a_(b)?c=1#d',
          'http://x.org => http://x.org/',
          'https://q.org => https://q.org/',
          'https://wiki.example/irp => https://wiki.example/irp',
        ]);
      });

      it('links citations to the addresses of their standards, and only to addresses of the web', async () => {
        assert.deepEqual(await links('own.meter'), [
          'house => https://house.example/rules',
          'rfc-8446 => https://www.rfc-editor.org/rfc/rfc8446',
          'house => https://house.example/rules',
          'https://house.example/rules => https://house.example/rules',
        ]);
        const standards = await links('meterlint-catalogue:/standards.meter');
        assert.ok(standards.some((one) => one.startsWith('https://www.rfc-editor.org/')));
      });

      const folds = async (file: string) =>
        (await session.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: session.uri(file) } })).map(
          ({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind ?? ''}`,
        );

      it('folds imports, comments, bodies and long statements', async () => {
        assert.deepEqual(await folds('town.meter'), ['0-3 imports', '4-6 comment', '7-9 ', '12-13 comment', '17-20 ', '18-20 ', '22-24 ']);
        assert.deepEqual(await folds('own.meter'), []);
      });

      const grow = async (file: string, part: string) => {
        const { textDocument, position } = session.at(file, part);
        const found = await session.request<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions: [position] });
        const texts: string[] = [];
        for (let one = found[0]; one !== undefined; one = one.parent) texts.push(session.cut(file, one.range).replaceAll('\r\n', '\n'));
        return texts;
      };
      const whole = files['town.meter'];

      it('grows from the name to its list, statement, body, element and file', async () => {
        const statement = 'uses secure-element, hsm-fips-140-3';
        const content = `${statement}\n    count = 4`;
        const element = whole.slice(whole.indexOf('component meter'), whole.indexOf('\ncomponent hes'));
        assert.deepEqual(await grow('town.meter', 'secure-|element'), [
          'secure-element',
          'secure-element, hsm-fips-140-3',
          statement,
          content,
          `{\n    ${content} }`,
          element,
          whole,
        ]);
        assert.deepEqual((await grow('town.meter', 'smart-meter|,')).slice(0, 2), ['smart-meter', 'smart-meter,\n        product']);
      });

      it('grows from a string, from a comment, and to a statement with what explains it', async () => {
        const design = whole.slice(whole.indexOf('design town'), whole.indexOf('\n\n// one'));
        const explained = whole.slice(whole.indexOf('/**'), whole.indexOf('\n\n// one'));
        const evidence = await grow('town.meter', 'https://wiki|');
        assert.deepEqual(evidence.slice(0, 3), [
          'https://wiki.example/irp',
          '"https://wiki.example/irp"',
          'control incident-response-plan evidence "https://wiki.example/irp"',
        ]);
        assert.deepEqual(evidence.slice(-3), [design, explained, whole]);
        assert.deepEqual(await grow('town.meter', '// o|ne'), ['// one', whole]);
      });

      const linked = async (file: string, part: string) => {
        const found = await session.request<LinkedEditingRanges | null>('textDocument/linkedEditingRange', session.at(file, part));
        return found?.ranges.map((range) => `${range.start.line} ${session.cut(file, range)}`).sort();
      };

      it('edits a name where it is declared and used, from each of its places', async () => {
        const places = ['17 meter', '22 meter', '24 meter'];
        assert.deepEqual(await linked('town.meter', 'component |meter'), places);
        assert.deepEqual(await linked('town.meter', 'from met|er'), places);
        assert.deepEqual(await linked('town.meter', 'in |yard'), ['14 yard', '21 yard']);
        const found = await session.request<LinkedEditingRanges>('textDocument/linkedEditingRange', session.at('town.meter', 'in |yard'));
        const word = new RegExp(`^${found.wordPattern!}$`);
        for (const name of ['a', 'tls-1.3', 'zähler', '电表', 'half-']) assert.match(name, word);
        for (const name of ['', 'two words', '"', 'a,b', '😀']) assert.doesNotMatch(name, word);
      });

      it('does not where another file has a part in it, or where the name may not be renamed', async () => {
        const nowhere: [string, string][] = [
          ['town.meter', 'in |home'],
          ['common/zones.meter', 'zone |home'],
          ['town.meter', 'is |smart-meter'],
          ['own.meter', 'zone |own-lane'],
          ['meterlint-catalogue:/kinds.meter', 'component |smart-meter'],
          ['town.meter', 'compo|nent meter'],
          ['own.meter', 'missing |}'],
        ];
        for (const [file, part] of nowhere) assert.equal(await linked(file, part), undefined, part);
      });

      it('does not for any name of the catalogue, used elsewhere or not', async () => {
        const uri = 'meterlint-catalogue:/kinds.meter';
        const declared = [...session.textOf(uri).matchAll(/define (?:zone|component) ([\w.-]+)/g)];
        assert.ok(declared.length > 20);
        for (const [statement, name] of declared) {
          assert.equal(await linked(uri, statement.replace(name!, `|${name}`)), undefined, name);
        }
      });
    });
  }

  it('does not link a use in another file that happens to stand at the same place', async () => {
    const session = await Session.with({
      'a.meter': '\n/**/ zone base is operations',
      'b.meter': 'import "a.meter"\nzone t in base is operations',
    });
    assert.equal(await session.request('textDocument/linkedEditingRange', session.at('a.meter', 'zone |base')), null);
    session.stop();
  });

  it('announces what it answers', async () => {
    const session = await Session.with({});
    const { capabilities } = session.initialized;
    for (const name of [
      'linkedEditingRange',
      'selectionRange',
      'foldingRange',
      'callHierarchy',
      'typeHierarchy',
      'documentLink',
    ] as const) {
      assert.ok(capabilities[`${name}Provider`], name);
    }
    for (const name of ['references', 'documentHighlight', 'documentSymbol', 'workspaceSymbol', 'definition'] as const) {
      assert.ok(capabilities[`${name}Provider`], name);
    }
    session.stop();
  });

  it('does all of it in an untitled text', async () => {
    const session = await Session.with({});
    await session.open(
      'untitled:Untitled-1',
      '// 😀\ndesign one {\n    note "https://x.org"\n}\ncomponent a is head-end in a\nzone a is own',
    );
    const textDocument = { uri: 'untitled:Untitled-1' };
    const links = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://x.org/'],
    );
    assert.equal((await session.request<FoldingRange[]>('textDocument/foldingRange', { textDocument })).length, 1);
    assert.ok(await session.request('textDocument/linkedEditingRange', session.at(textDocument.uri, 'design |one')));
    session.stop();
  });

  it('keeps its ranges in order in every text cut short, and never fails', async function () {
    const session = await Session.with({ 'own.meter': files['own.meter'] });
    const { LangiumDocumentFactory } = session.shared.workspace;
    const { DocumentSymbolProvider, FoldingRangeProvider, DocumentLinkProvider } = session.services.lsp;
    const { selectionRanges } = await import('../../server/navigation/selection-ranges.js');
    const text = readFileSync(path.join(root, 'examples/hardened.meter'), 'utf8') + files['town.meter'] + files['own.meter'];
    for (let end = 0; end < text.length; end += 311) {
      const cut = text.slice(Math.max(0, end - 2000), end);
      const document = LangiumDocumentFactory.fromString(cut, URI.parse(`file:///ws/cut${end}.meter`));
      const textDocument = { uri: document.uri.toString() };
      const spans = (one: { range: SelectionRange['range'] }) => [offsetAt(cut, one.range.start), offsetAt(cut, one.range.end)] as const;
      for (const symbol of await DocumentSymbolProvider!.getSymbols(document, { textDocument })) {
        const [start, stop] = spans(symbol);
        const [from, to] = spans({ range: symbol.selectionRange });
        assert.ok(symbol.name !== '' && start <= from && from <= to && to <= stop, `${end} ${symbol.name}`);
      }
      for (const { startLine, endLine } of await FoldingRangeProvider!.getFoldingRanges(document, { textDocument })) {
        assert.ok(startLine < endLine && endLine < cut.split('\n').length, `${end} ${startLine}-${endLine}`);
      }
      await DocumentLinkProvider!.getDocumentLinks(document, { textDocument });
      for (let at = 0; at <= cut.length; at += 97) {
        let [inner] = selectionRanges(document, [document.textDocument.positionAt(at)]);
        assert.ok(inner);
        for (let outer = inner.parent; outer !== undefined; [inner, outer] = [outer, outer.parent]) {
          const [[a, b], [c, d]] = [spans(inner), spans(outer)];
          assert.ok(c <= a && b <= d && b - a < d - c && a <= at && at <= b, `${end} ${at}`);
        }
        assert.deepEqual(spans(inner), [0, cut.length]);
      }
    }
    session.stop();
  });
});
