import assert from 'node:assert/strict';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Session } from './in-process.js';

const text = [
  'import "zones.meter"',
  'design town { control incident-response-plan evidence "SOP" }',
  '/* 電😀 */ component zähler "😀" is cabinet in home { seals = 3 stores p }',
  'data p is interval-consumption',
  'link l: zähler <-> hes over tls-1.3 carries p',
  'component hes is head-end',
  'flow f: zähler -> hes carries p returns p over dlms-suite-1 from zähler to hes',
  'define component cabinet is data-concentrator, cabinet',
  'define mechanism own is tls-1.3 { provides encryption see rfc-8446 }',
  'define attribute seals on component : integer',
  'cite rfc-8446 "1" for comm-integrity',
  'accept comm-integrity on l because "x"',
].join('\n');

/** Texts on their way: cut anywhere, lines that end too early, parts that stand in the wrong place. */
const halves = [
  ...Array.from({ length: 12 }, (_, index) => text.slice(0, 40 + index * 61)),
  text.replaceAll(': zähler', ':').replaceAll('is ', 'is , '),
  text.replaceAll(' "', ' ').replaceAll('{', ''),
  text.replaceAll('component', 'component component').replaceAll('->', '-> ->'),
  text.split(' ').reverse().join(' '),
  '{'.repeat(300) + text,
  '/* ' + text,
  'component\ndefine\ndefine component\nimport\nflow :\nlink a:\ncite\naccept\nx = \n',
  '',
];

describe('navigation in half-written texts', () => {
  it('answers, or says why not, at every place', async function () {
    const session = await Session.with({ 'zones.meter': 'zone home is customer-premises', 'main.meter': text });
    await session.open('main.meter');
    const uri = session.uri('main.meter');
    let answered = 0;
    const ask = async (method: string, params: object): Promise<unknown> => {
      try {
        const answer = await session.request(method, { textDocument: { uri }, ...params });
        if (answer !== null) answered++;
        return answer;
      } catch (error) {
        const refused = error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed && method.includes('ename');
        assert.ok(refused, `${method} ${JSON.stringify(params)} ${String(error)}\n${session.textOf('main.meter')}`);
        return null;
      }
    };
    for (const half of halves) {
      await session.change('main.meter', half);
      for (const method of ['documentSymbol', 'documentLink', 'foldingRange']) await ask(`textDocument/${method}`, {});
      await ask('workspace/symbol', { query: 'a' });
      const lines = half.split('\n');
      for (const [line, content] of lines.entries()) {
        for (let character = 0; character <= Math.min(content.length, 100); character += 9) {
          const position = { line, character };
          const methods = ['definition', 'documentHighlight', 'linkedEditingRange', 'prepareRename'];
          await Promise.all([
            ...methods.map((method) => ask(`textDocument/${method}`, { position })),
            ask('textDocument/references', { position, context: { includeDeclaration: true } }),
            ask('textDocument/selectionRange', { positions: [position] }),
            ask('textDocument/rename', { position, newName: 'other' }),
          ]);
          const [call] = ((await ask('textDocument/prepareCallHierarchy', { position })) ?? []) as object[];
          if (call !== undefined) for (const way of ['incoming', 'outgoing']) await ask(`callHierarchy/${way}Calls`, { item: call });
          const [type] = ((await ask('textDocument/prepareTypeHierarchy', { position })) ?? []) as object[];
          if (type !== undefined) for (const way of ['super', 'sub']) await ask(`typeHierarchy/${way}types`, { item: type });
        }
      }
    }
    assert.ok(answered > 2_000, `${answered} answers`);
    session.stop();
  });
});
