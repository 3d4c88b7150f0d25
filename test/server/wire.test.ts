import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CodeAction, CompletionList, DocumentSymbol, Hover, InitializeResult, LocationLink } from 'vscode-languageserver-protocol';
import { TestClient } from '../support/client.js';
import { root } from '../support/workspace.js';

const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('the shipped language server, over stdio', () => {
  let folder: string;
  let client: TestClient;
  let initialized: InitializeResult;
  const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const position = (file: string, part: string, within = 0) => {
    const source = client.text(file) || text(file);
    const offset = source.indexOf(part) + within;
    assert.notEqual(offset, within - 1, `'${part}' is in ${file}`);
    const before = source.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)!.length };
  };
  const at = (file: string, part: string, within = 0) => ({
    textDocument: { uri: client.uri(file) },
    position: position(file, part, within),
  });

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'meterlint-wire-'));
    // The reference architectures are reviewed by tests of their own; here they would only cost time.
    cpSync(path.join(root, 'examples'), folder, { recursive: true, filter: (from) => path.basename(from) !== 'reference' });
    // What kills or stalls a stock server lies in the folder from the start.
    mkdirSync(path.join(folder, 'folder.meter'));
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'dangling.meter'));
    writeFileSync(path.join(folder, 'binary.meter'), Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28]));
    writeFileSync(path.join(folder, 'deep.meter'), '('.repeat(10_000));
    writeFileSync(path.join(folder, 'comments.meter'), '/**/'.repeat(150_000));
    client = new TestClient(folder);
    initialized = await client.start();
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('announces the kinds of its code actions and the scheme of the catalogue', () => {
    const { codeActionProvider, workspace } = initialized.capabilities;
    assert.deepEqual(codeActionProvider, {
      codeActionKinds: [
        'quickfix',
        'refactor.rewrite.meterlint.mechanism',
        'refactor.rewrite.meterlint.ends',
        'refactor.rewrite.meterlint.hops',
        'refactor.rewrite.meterlint.every-hop',
        'refactor.extract.meterlint',
        'refactor.inline.meterlint',
        'refactor.rewrite.meterlint.order',
        'source.fixAll.meterlint',
      ],
    });
    assert.deepEqual((workspace as { textDocumentContent?: unknown }).textDocumentContent, { schemes: ['meterlint-catalogue'] });
    assert.equal(initialized.capabilities.documentFormattingProvider, true);
  });

  it('reports findings of closed files at start, and reads on beside files it cannot read', async () => {
    const diagnostics = await client.until('findings', client.uri('riverside.meter'), (found) => found.length > 0);
    const finding = diagnostics.find(({ code }) => code === 'comm-integrity')!;
    assert.equal(finding.source, 'meterlint');
    assert.equal(finding.severity, 1);
    assert.match(finding.codeDescription!.href, /comm-integrity/);
    assert.match(
      finding.message,
      /^Every metering message is protected against change: message integrity missing on link 'plc'\.\nCritical, missing/,
    );
    assert.ok(finding.relatedInformation!.some(({ location }) => location.uri.startsWith('meterlint-catalogue:')));
    const [deep] = await client.until('one message on nesting', client.uri('deep.meter'), (found) => found.length === 1);
    assert.match(deep!.message, /nest more than 100 deep/);
    await client.until('one message on comments', client.uri('comments.meter'), (found) => found.length === 1);
    assert.ok(client.isAlive);
  });

  it('offers fixes that name mechanism and standard, and the finding goes with the fix', async () => {
    await client.open('riverside.meter', text('riverside.meter'));
    const diagnostics = await client.until('findings', client.uri('riverside.meter'), (found) =>
      found.some(({ code }) => code === 'comm-confidentiality'),
    );
    const finding = diagnostics.find(({ code }) => code === 'comm-confidentiality')!;
    const stripped = { range: finding.range, message: finding.message, code: finding.code! };
    const actions = await client.actions('riverside.meter', finding.range, [stripped]);
    const preferred = actions.filter(({ isPreferred, diagnostics: of }) => isPreferred && of?.[0]?.code === 'comm-confidentiality');
    assert.deepEqual(
      preferred.map(({ title }) => title),
      ['Add encryption with OAuth 2.0 with mutual TLS (RFC 8705)'],
    );
    await client.change('riverside.meter', client.edited('riverside.meter', preferred[0]!.edit!));
    await client.until(
      'the finding gone',
      client.uri('riverside.meter'),
      (found) => found.length > 0 && !found.some(({ code }) => code === 'comm-confidentiality'),
    );
    assert.match(client.text('riverside.meter'), /link share .*: mdms -> agg over oauth2-mtls/);
    await client.change('riverside.meter', text('riverside.meter'));
    await client.until('the finding back', client.uri('riverside.meter'), (found) =>
      found.some(({ code }) => code === 'comm-confidentiality'),
    );
  });

  it('fixes all of a file until nothing is left that it can fix, and then offers nothing more', async () => {
    const [fixAll] = await client.actions('riverside.meter', whole, [], ['source.fixAll.meterlint']);
    assert.ok(fixAll);
    const fixed = client.edited('riverside.meter', fixAll.edit!);
    await client.change('riverside.meter', fixed);
    const left = await client.until('few findings', client.uri('riverside.meter'), (found) => found.length < 50);
    // What only people can say: values, tests, plans, certificates, records, what is not drawn; and what is planned.
    // That all meters share a key is told of the meter, and of what a group key would order.
    assert.deepEqual([...new Set(left.map(({ code }) => code))].sort(), [
      'authn-device-identity',
      'authn-field-tool',
      'avail-local-buffer',
      'avail-redundancy',
      'control-without-mechanism',
      'decision-without-effect',
      'fw-secure-boot',
      'fw-vulnerability',
      'gov-inventory',
      'gov-supply-chain',
      'ir-plan',
      'key-broadcast',
      'key-lifecycle',
      'key-pki',
      'key-unique',
      // Logging asks how long records are kept, and encryption at rest who holds the keys.
      'log-events',
      'priv-at-rest',
      'priv-consent',
      'priv-dpia',
      'priv-minimise',
    ]);
    const again = await client.actions('riverside.meter', whole, [], ['source.fixAll.meterlint']);
    assert.deepEqual(again, []);
    await client.change('riverside.meter', text('riverside.meter'));
  });

  it('shows in one file at once what an edit in another takes away', async () => {
    await client.open('zones.meter', text('zones.meter'));
    await client.until(
      'no complaint of the zone',
      client.uri('hardened.meter'),
      (found) => !found.some(({ code }) => code === 'phys-tamper'),
    );
    await client.open('hardened.meter', text('hardened.meter'));
    const before = await client.until('findings', client.uri('hardened.meter'), (found) => found.length > 0);
    await client.change('zones.meter', text('zones.meter').replace('is head-end-dmz', 'is back-office'));
    const after = await client.until('the head-end is no longer in a DMZ', client.uri('hardened.meter'), (found) =>
      found.some(({ code }) => code === 'net-head-end-dmz'),
    );
    assert.ok(!before.some(({ code }) => code === 'net-head-end-dmz'));
    assert.ok(after.length > before.length);
    await client.change('zones.meter', text('zones.meter'));
    await client.until('as before', client.uri('hardened.meter'), (found) => found.length === before.length);
  });

  it('clears what it said of a file that is deleted', async () => {
    const uri = client.uri('passing.meter');
    writeFileSync(path.join(folder, 'passing.meter'), 'design passing { }\ncomponent lone is head-end\n');
    await client.watched([{ uri, type: 1 }]);
    await client.until('findings', uri, (found) => found.length > 0);
    unlinkSync(path.join(folder, 'passing.meter'));
    await client.watched([{ uri, type: 3 }]);
    await client.until('nothing', uri, (found) => found.length === 0);
  });

  it('goes into the catalogue, hands out its text, and refuses to rename there', async () => {
    const target = await client.request<LocationLink[]>('textDocument/definition', at('riverside.meter', 'is smart-meter', 4));
    assert.equal(target[0]!.targetUri, 'meterlint-catalogue:/kinds.meter');
    const content = await client.request<{ text: string }>('workspace/textDocumentContent', { uri: target[0]!.targetUri });
    assert.match(content.text, /define component smart-meter/);
    const rename = client.request('textDocument/rename', { ...at('riverside.meter', 'is smart-meter', 4), newName: 'other' });
    await assert.rejects(rename, /built-in catalogue/);
    const taken = client.request('textDocument/rename', { ...at('riverside.meter', 'component dcu', 11), newName: 'meter' });
    await assert.rejects(taken, /already the name/);
    const broken = client.request('textDocument/rename', { ...at('riverside.meter', 'component dcu', 11), newName: 'two words' });
    await assert.rejects(broken, /is no name/);
  });

  it('tells an element and a catalogue name on hover, with nothing in it that acts', async () => {
    const element = await client.request<Hover>('textDocument/hover', at('riverside.meter', 'link plc', 6));
    const told = (element.contents as { value: string }).value;
    assert.match(told, /authn-mutual/);
    const mechanism = await client.request<Hover>('textDocument/hover', at('riverside.meter', 'over dlms-suite-0', 7));
    assert.match((mechanism.contents as { value: string }).value, /Provides/);
    const hostile = '/** [run](command:evil) <img src=x onerror=1> `code` */\ncomponent bad "](command:evil)<b>" is head-end\n';
    await client.open('hostile.meter', hostile);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: client.uri('hostile.meter') },
      position: { line: 1, character: 11 },
    });
    const { kind, value } = hover.contents as { kind: string; value: string };
    assert.equal(kind, 'markdown');
    assert.doesNotMatch(value, /\]\(command:|<img|<b>/);
  });

  it('completes kinds after `is` and nothing of another sort', async () => {
    await client.open('typing.meter', 'design typing { }\nzone z is customer-premises\ncomponent m is \n');
    const list = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: client.uri('typing.meter') },
      position: { line: 2, character: 15 },
    });
    const labels = list.items.map(({ label }) => label);
    assert.ok(labels.includes('smart-meter') && labels.includes('head-end'));
    assert.ok(!labels.includes('customer-premises') && !labels.includes('encryption') && !labels.includes('accept'));
    assert.equal(list.items.find(({ label }) => label === 'smart-meter')!.detail, 'Smart meter');
  });

  it('lists the symbols of a file', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: client.uri('riverside.meter') },
    });
    const names = symbols.map(({ name }) => name);
    assert.ok(names.includes('plc') && names.includes('reading') && names.includes('riverside'));
    assert.ok(new Set(symbols.map(({ kind }) => kind)).size > 3);
  });

  it('answers its own requests: review and export', async () => {
    const summary = await client.request<{ designs: { name: string; findings: number }[] }>('meterlint/review');
    assert.ok(summary.designs.some(({ name, findings }) => name === 'riverside' && findings > 20));
    const here = { uri: client.uri('riverside.meter'), position: position('riverside.meter', 'dcu ', 1) };
    const found = await client.request<{ requirement: string; element: string; markdown: string }[]>('meterlint/findingsAt', here);
    assert.ok(found.length > 0 && found.every(({ element }) => element === 'dcu'), JSON.stringify(found));
    assert.ok(found.every(({ markdown }) => markdown.includes('- Place: `riverside.meter:')));
    const nowhere = { ...here, position: { line: 0, character: 0 } };
    assert.deepEqual(await client.request('meterlint/findingsAt', nowhere), []);
    const { content } = await client.request<{ content: string }>('meterlint/export', { format: 'sarif' });
    const sarif = JSON.parse(content) as { runs: { results: unknown[] }[] };
    assert.ok(sarif.runs[0]!.results.length > 20);
    assert.doesNotMatch(JSON.stringify(sarif), new RegExp(folder));
  });

  it('survives hostile edits, ends at the state of the last of many quick ones, and answers other files', async () => {
    const hostile = [
      '/*'.repeat(500_000),
      '"'.repeat(500_000),
      '{'.repeat(10_000),
      '->'.repeat(200_000),
      'not '.repeat(20_000),
      '\0\ud800\u202e😀'.repeat(1000),
    ];
    await client.open('victim.meter', '');
    for (const one of hostile) await client.change('victim.meter', one);
    for (let edit = 0; edit < 100; edit++)
      await client.change('victim.meter', `design victim${edit} { }\ncomponent one${edit} is head-end\n`);
    const found = await client.until('findings on the last name', client.uri('victim.meter'), (all) =>
      all.some(({ message }) => message.includes("'one99'")),
    );
    assert.ok(found.every(({ message }) => !message.includes("'one98'")));
    const hover = await client.request<Hover>('textDocument/hover', at('riverside.meter', 'link plc', 6));
    assert.ok(hover);
    assert.ok(client.isAlive);
    assert.deepEqual(
      client.log.filter((line) => line.includes('Unexpected')),
      [],
    );
  });

  it('reviews an untitled document by itself', async () => {
    await client.open('', 'design untitled { }\ncomponent lone is head-end\n', 'untitled:Untitled-1');
    const found = await client.until('findings', 'untitled:Untitled-1', (all) => all.length > 0);
    assert.ok(found.some(({ code }) => code === 'gov-system'));
  });

  it('applies every offered action of every finding: the text parses and the gap is gone', async function () {
    const file = 'small.meter';
    const source = [
      'design small { }',
      'data clock is time-synchronisation',
      'data cutoff is disconnect-command',
      'component meter is smart-meter { count = 10 }',
      'component dcu is data-concentrator',
      'component hes is head-end',
      'link plc: meter <-> dcu over g3-plc',
      'link wan: dcu <-> hes over lte',
      'flow disconnect is remote-disconnect: hes -> dcu -> meter carries cutoff',
    ].join('\n');
    await client.open(file, source);
    const diagnostics = await client.until('findings', client.uri(file), (all) => all.length > 10);
    const actions = (await client.actions(file, whole, diagnostics)).filter(({ kind }) => kind === 'quickfix');
    assert.ok(actions.length > 30, `${actions.length} actions`);
    // Every preferred one and a fixed sample of the others: each costs a round trip.
    const chosen = actions.filter((action, index) => action.isPreferred === true || index % 7 === 0);
    for (const action of chosen) await applyAndCheck(file, source, action);
  });

  async function applyAndCheck(file: string, source: string, action: CodeAction): Promise<void> {
    const uri = client.uri(file);
    const { code, message } = action.diagnostics![0]!;
    const next = client.edited(file, action.edit!);
    await client.change(file, `${next}\n// ${action.title}`);
    const hit = (all: readonly { code?: unknown; message: string }[]) => all.some((one) => one.code === code && one.message === message);
    await client.until(`'${action.title}' to change ${String(code)}`, uri, (all) => !hit(all));
    assert.deepEqual(
      client.published(uri)!.filter((one) => /Expecting|unexpected character/i.test(one.message)),
      [],
      action.title,
    );
    await client.change(file, source);
    await client.until('the finding back', uri, hit);
  }
});
