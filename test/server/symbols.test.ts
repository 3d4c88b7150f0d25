import assert from 'node:assert/strict';
import { SymbolKind, type DocumentSymbol, type WorkspaceSymbol } from 'vscode-languageserver';
import { AstUtils } from 'langium';
import { matches } from '../../server/navigation/matching.js';
import { MeterNodeKinds } from '../../server/symbols.js';
import { isNamed } from '../../server/navigation/target.js';
import { Session } from './in-process.js';

const files = {
  'zones.meter':
    'zone street is neighbourhood-network\nzone smart-home "Home" is customer-premises in street run by us\ncomponent us is vendor\n',
  'town.meter': [
    'import "zones.meter"',
    'design town "Our 😀 town" { version "1" control incident-response-plan }',
    'data reading is interval-consumption, personal-data',
    'component smart-meter-1 is smart-meter in smart-home {',
    '    count = 250000',
    '    stores reading uses secure-element',
    '    control secure-boot by signed-boot-chain note "n"',
    '}',
    'component hes is head-end',
    'link radio: smart-meter-1 <-> hes in street over lte',
    'flow daily is scheduled-reading: smart-meter-1 -> hes',
    'accept comm-integrity, comm-confidentiality on radio, daily because "x"',
  ].join('\n'),
  'own.meter': [
    'define requirement own-rule "Ours" {',
    '    category access',
    '    applies to link where some end is cabinet needs encryption on every flow that carries personal-data',
    '    applies to flow needs encryption',
    '}',
    'define component cabinet is data-concentrator, product',
    'define control seal-check on component, flow',
    'define attribute seals on component : none | one',
    'define standard house "House rules"',
    'cite house "4" for own-rule',
  ].join('\n'),
};

describe('symbols', () => {
  let session: Session;
  before(async () => {
    session = await Session.with(files);
  });
  after(() => {
    session.stop();
  });

  const outline = (file: string) =>
    session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: session.uri(file) } });
  const lines = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
    symbols.flatMap((one) => [
      `${indent}${one.name} | ${one.detail ?? ''} | ${Object.keys(SymbolKind).find((key) => SymbolKind[key as keyof typeof SymbolKind] === one.kind) ?? '?'}`,
      ...lines(one.children ?? [], `${indent}  `),
    ]);

  it('outlines a design with what its elements are, where they are and what they say', async () => {
    assert.deepEqual(lines(await outline('town.meter')), [
      'town | design Our 😀 town | Package',
      '  incident-response-plan | control | Key',
      'reading | interval-consumption, personal-data | Struct',
      'smart-meter-1 | smart-meter in smart-home | Object',
      '  count | = 250000 | Property',
      '  reading | stores | Struct',
      '  secure-element | uses | Module',
      '  secure-boot | control by signed-boot-chain | Key',
      'hes | head-end | Object',
      'radio | smart-meter-1 <-> hes in street | Interface',
      'daily | scheduled-reading: smart-meter-1 -> hes | Event',
      'accept comm-integrity, comm-confidentiality | on radio, daily | Boolean',
    ]);
    assert.deepEqual(lines(await outline('zones.meter')), [
      'street | neighbourhood-network | Namespace',
      'smart-home | customer-premises in street run by us | Namespace',
      'us | vendor | Object',
    ]);
  });

  it('outlines definitions, without the relations in their conditions', async () => {
    assert.deepEqual(lines(await outline('own.meter')), [
      'own-rule | requirement: Ours | Function',
      '  applies to link |  | Operator',
      '  applies to flow |  | Operator',
      'cabinet | component kind is data-concentrator, product | Class',
      'seal-check | control on component, flow | Key',
      'seals | attribute: none | one | Property',
      'house | standard: House rules | File',
      'cite house | for own-rule | File',
    ]);
  });

  it('points at the name within the whole statement, in every file of the catalogue, too', async () => {
    const uris = ['town.meter', 'own.meter', 'meterlint-catalogue:/kinds.meter', 'meterlint-catalogue:/profiles/x1332.meter'];
    for (const uri of uris) {
      const symbols = await outline(uri);
      assert.ok(symbols.length > 0, uri);
      for (const { name, range, selectionRange } of symbols) {
        const [whole, selected] = [session.cut(uri, range), session.cut(uri, selectionRange)];
        assert.ok(selected !== '' && whole.includes(selected), `${uri} ${name}`);
        assert.match(whole, /^(define|design|zone|component|data|link|flow|accept|cite)\b/);
        assert.ok(name.includes(selected), `${name} ${selected}`);
      }
    }
  });

  it('has an icon of its own for everything with a name', () => {
    const kinds = new MeterNodeKinds();
    const named = new Set<string>();
    for (const document of session.shared.workspace.LangiumDocuments.all) {
      for (const node of AstUtils.streamContents(document.parseResult.value)) if (isNamed(node)) named.add(node.$type);
    }
    assert.ok(named.size >= 18, `${named.size} types`);
    assert.deepEqual(
      [...named].filter((type) => kinds.getSymbolKind({ $type: type }) === SymbolKind.Field),
      [],
    );
  });

  const search = async (query: string) => {
    const found = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query });
    return found.map(({ name, containerName }) => `${name} (${containerName ?? ''})`);
  };

  it('lists everything of the workspace for no query, and nothing of the catalogue', async () => {
    assert.deepEqual(
      (await search('')).sort(),
      [
        'cabinet (own.meter)',
        'daily (town)',
        'hes (town)',
        'house (own.meter)',
        'own-rule (own.meter)',
        'radio (town)',
        'reading (town)',
        'seal-check (own.meter)',
        'seals (own.meter)',
        'smart-home (zones.meter)',
        'smart-meter-1 (town)',
        'street (zones.meter)',
        'town (town.meter)',
        'us (zones.meter)',
      ].sort(),
    );
  });

  it('brings the own ones first and those of the catalogue that fit well', async () => {
    const smart = await search('smart');
    assert.deepEqual(smart.slice(0, 2), ['smart-home (zones.meter)', 'smart-meter-1 (town)']);
    assert.ok(smart.includes('smart-meter (built-in catalogue, kinds.meter)'));
    assert.ok(smart.includes('smart-metering-pki (built-in catalogue, mechanisms/keys.meter)'));
    assert.equal((await search('smart-meter'))[0], 'smart-meter (built-in catalogue, kinds.meter)');
    // Loosely: own ones only.
    assert.deepEqual(await search('smt1'), ['smart-meter-1 (town)']);
    assert.deepEqual(await search('sm'), ['smart-home (zones.meter)', 'smart-meter-1 (town)']);
    assert.ok((await search('tls')).some((one) => one.startsWith('tls-1.3 ')));
    assert.deepEqual(await search('no such name'), []);
  });

  it('places a symbol on its name', async () => {
    for (const query of ['radio', 'tls-1.3']) {
      const [symbol] = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query });
      assert.ok(symbol !== undefined && 'range' in symbol.location);
      assert.equal(session.cut(symbol.location.uri, symbol.location.range), query);
    }
  });

  it('ranks exact, prefix, word and loose matches', () => {
    const rank = (query: string, name: string) => matches(query, name);
    assert.deepEqual(
      [
        rank('hes', 'hes'),
        rank('he', 'head-end'),
        rank('end', 'head-end'),
        rank('ead', 'head-end'),
        rank('hnd', 'head-end'),
        rank('x', 'hes'),
      ],
      [4, 3, 2, 1, 1, 0],
    );
    assert.equal(rank('head end', 'head-end'), 2);
    assert.equal(rank('HEAD', 'head-end'), 3);
    assert.equal(rank('nd', 'send-it'), 1);
    assert.equal(rank('ni', 'send-it'), 0);
    assert.equal(rank('', 'any'), 1);
  });
});
