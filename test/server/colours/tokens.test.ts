import assert from 'node:assert/strict';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { Session } from '../in-process.js';
import { marked, plainText, toldTokens } from './support.js';

/**
 * Each word that gets a colour stands as `‹word›role`, with `!` behind the role where it is a declaration and `*` where the
 * name belongs to the built-in catalogue. What has no mark must have no colour.
 */
const design = `/* 電😀 */ import "own.meter"
design ‹design›design! "D" { profile ‹x1332›profile* control ‹incident-response-plan›control* evidence "😀" }
/** 😀 */ zone ‹zone›zone! "zone" is ‹customer-premises›kind*
component ‹source›component! is ‹smart-meter›kind*, ‹own-kind›kind in ‹zone›zone run by ‹by›component {
    ‹key-scope›attribute* = ‹per-device›word  ‹count›attribute* = 3  ‹seals›attribute = ‹none›word
    stores ‹data›data uses ‹secure-element›mechanism*, ‹over›mechanism
    control ‹secure-boot›control* by ‹signed-boot-chain›mechanism* planned for 2027-06-30
}
component ‹by›component! is ‹vendor›kind*
data ‹data›data! is ‹interval-consumption›kind* { ‹retention›attribute* = 13 months }
link ‹link›link! : ‹source›component <-> ‹by›component in ‹zone›zone opened by ‹source›component carries ‹data›data over ‹tls-1.3›mechanism*, ‹nobody›mechanism
flow ‹flow›flow! is ‹scheduled-reading›service*: ‹source›component -> ‹by›component via ‹link›link returns ‹data›data over ‹over›mechanism from ‹source›component to ‹nowhere›component
accept ‹key-unique›requirement*, ‹own-rule›requirement on ‹source›component, ‹flow›flow, ‹design›design, nothing until 2027-01-01
`;
const own = `define component ‹own-kind›kind! is ‹field-device›kind*
define attribute ‹seals›attribute! on ‹component›place, ‹data›place : ‹none›word! | ‹some›word! default ‹none›word
define attribute ‹limit›attribute! on ‹flow›place : ‹integer›type
define service ‹of›service! is ‹scheduled-reading›service* { not for ‹seals›attribute = ‹some›word }
define control ‹on›control! on ‹link›place { implies ‹encryption›control* asks "who?" }
define mechanism ‹over›mechanism! is ‹tls›mechanism* on ‹flow›place { provides ‹on›control weak ‹encryption›control* because "x" see ‹house›standard "1" unverified }
define standard ‹house›standard! { publisher "p" }
define harm ‹fire›harm! { see ‹rfc-8446›standard* }
define threat ‹threat›threat! { leads to ‹fire›harm }
define attack ‹attack›attack! { leads to ‹threat›threat }
define requirement ‹own-rule›requirement! {
    category ‹integrity›word
    severity ‹critical›severity where ‹seals›attribute = ‹none›word and ‹seals›attribute != ‹seals›attribute else ‹low›severity
    applies to ‹component›place where is ‹own-kind›kind and not (some ‹incoming flow›place in ‹design›place is ‹of›service)
        and ‹source›place is ‹head-end›kind* and crosses ‹party›place and carries ‹firmware›kind* and every ‹zone›place with same ‹count›attribute* in ‹back-office›kind*
        needs ‹on›control on ‹both ends›place or on every ‹flow›place that touches ‹meter-data-management›kind* or ‹on›control across ‹relay-kind›kind
    mitigates ‹threat›threat refines ‹key-unique›requirement* see ‹house›standard
}
define profile ‹own›profile! { extends ‹x1332›profile* includes ‹own-rule›requirement }
cite ‹house›standard "4" for ‹own-rule›requirement
`;

for (const newline of ['\n', '\r\n']) {
  describe(`colours by role (${newline === '\n' ? 'LF' : 'CRLF'})`, () => {
    const texts = Object.fromEntries(
      Object.entries({ 'town.meter': design, 'own.meter': own }).map(([file, text]) => [file, text.replaceAll('\n', newline)]),
    );
    const files = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, plainText(text)]));
    let session: Session;
    before(async () => {
      session = await Session.with(files, { textDocument: { semanticTokens: { augmentsSyntaxTokens: true } } });
    });
    after(() => {
      session.stop();
    });
    const ask = (kind: string, file: string, params: object = {}) =>
      session.request<SemanticTokens>(`textDocument/semanticTokens/${kind}`, { textDocument: { uri: session.uri(file) }, ...params });

    for (const [file, text] of Object.entries(texts)) {
      it(`gives every name of ${file} its role, declared or used, built in or not`, async () => {
        const { data } = await ask('full', file);
        assert.deepEqual(marked(session, file, data), text.split(newline));
      });
    }

    it('gives the same for a range, of its lines only', async () => {
      const { data } = await ask('range', 'town.meter', { range: { start: { line: 3, character: 20 }, end: { line: 4, character: 1 } } });
      const lines = texts['town.meter']!.split(newline);
      assert.deepEqual(marked(session, 'town.meter', data).slice(3, 5), lines.slice(3, 5));
      assert.deepEqual(
        toldTokens(session, 'town.meter', data).filter(({ line }) => line < 3 || line > 4),
        [],
      );
    });

    it('marks names of the built-in catalogue in its own files as declarations that nobody changes', async () => {
      const { data } = await ask('full', 'meterlint-catalogue:/profiles/x1332.meter');
      const told = toldTokens(session, 'meterlint-catalogue:/profiles/x1332.meter', data);
      assert.ok(told.length > 60);
      assert.deepEqual(
        told.filter(({ type }) => type === 'profile').map(({ text, modifiers }) => `${text} ${modifiers.join(' ')}`),
        ['x1332 declaration defaultLibrary readonly'],
      );
      assert.ok(told.every(({ modifiers }) => modifiers.includes('defaultLibrary')));
    });

    it('tells what an edit changed, and everything where it does not know the last answer', async () => {
      await session.open('town.meter');
      const first = await ask('full', 'town.meter');
      const changed = files['town.meter']!.replace('{ profile', `{ note "😀"${newline} profile`);
      await session.change('town.meter', changed);
      const delta = await ask('full/delta', 'town.meter', { previousResultId: first.resultId });
      const { edits, resultId } = delta as unknown as SemanticTokensDelta;
      assert.equal(edits.length, 1);
      assert.ok(edits[0]!.data!.length <= 10, `${edits[0]!.data!.length} numbers`);
      const data = [...first.data];
      for (const { start, deleteCount, data: more } of edits) data.splice(start, deleteCount, ...(more ?? []));
      assert.deepEqual(
        data,
        (await ask('range', 'town.meter', { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } })).data,
      );
      const unchanged = (await ask('full/delta', 'town.meter', { previousResultId: resultId })) as unknown as SemanticTokensDelta;
      assert.deepEqual(unchanged.edits, []);
      assert.deepEqual((await ask('full/delta', 'town.meter', { previousResultId: 'other' })).data, data);
      await session.change('town.meter', files['town.meter']!);
    });
  });
}

describe('colours for an editor without a colour scheme of plain text', () => {
  it('covers keywords, operators, texts, numbers and comments as well', async () => {
    const session = await Session.with({
      'a.meter':
        '/** a\n * 😀 b */\ncomponent c "t\\"" is smart-meter { retention = 13 months } // end\nlink l: c <-> c accept x on c until 2027-01-01',
    });
    const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri: session.uri('a.meter') },
    });
    assert.deepEqual(
      toldTokens(session, 'a.meter', data).map(({ text, type, modifiers }) => [text, type, ...modifiers].join(' ')),
      [
        '/** a comment documentation',
        ' * 😀 b */ comment documentation',
        'component keyword',
        'c component declaration',
        '"t\\"" string',
        'is keyword',
        'smart-meter kind defaultLibrary readonly',
        'retention attribute defaultLibrary readonly',
        '= operator',
        '13 number',
        'months keyword',
        '// end comment',
        'link keyword',
        'l link declaration',
        'c component',
        '<-> operator',
        'c component',
        'accept keyword',
        'x requirement',
        'on keyword',
        'c component',
        'until keyword',
        '2027-01-01 number',
      ],
    );
    session.stop();
  });
});
