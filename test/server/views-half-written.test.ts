import assert from 'node:assert/strict';
import { Session } from './in-process.js';

const text = [
  'import "rules.meter"',
  'design town "電" { profile tiny control incident-response-plan evidence "SOP" }',
  '/* 電😀 */ component zähler "😀" is cabinet in home { seals = 3 stores p control lock by door planned for 2027-01-01 }',
  'data p is interval-consumption { retention = 13 months }',
  'link l: zähler <-> hes over tls-1.3 carries p opened by hes',
  'component hes is head-end in home run by hes',
  'zone home is customer-premises',
  'flow f: zähler -> hes, zähler -> hes carries p returns p over dlms-suite-1 from zähler to hes via l',
  'define component cabinet is data-concentrator, cabinet',
  'define control lock on component',
  'define mechanism door is tls-1.3 { provides lock weak encryption because "x" see rfc-8446 "1" unverified }',
  'define attribute seals on component : none | one default none',
  'define requirement locked { category a severity critical where seals = one else low applies to component where is cabinet needs lock because "b" }',
  'define profile tiny { includes locked, comm-integrity }',
  'cite rfc-8446 "1" for comm-integrity',
  'accept comm-integrity, locked on l, zähler because "x" until 2027-01-01',
].join('\n');

/** Texts on their way: cut anywhere, words missing, doubled or in the wrong place. */
const halves = [
  ...Array.from({ length: 24 }, (_, index) => text.slice(0, 30 + index * 53)),
  text.replaceAll(': zähler', ':').replaceAll('is ', 'is , '),
  text.replaceAll(' "', ' ').replaceAll('{', ''),
  text.replaceAll('component', 'component component').replaceAll('->', '-> ->'),
  text.replaceAll('severity critical', 'severity').replaceAll(' else low', ' else'),
  text.replaceAll('locked', '').replaceAll('seals', ''),
  text.split(' ').reverse().join(' '),
  `${text}\n${text}`,
  '{'.repeat(300) + text,
  `/* ${text}`,
  'component\ndefine\ndefine component\nimport\nflow :\nlink a:\ncite\naccept\nx = \n',
  '',
];

describe('views of half-written texts', () => {
  // The session fails the test for every line that the server logs: what is caught there counts as thrown.
  for (const file of ['main.meter', 'untitled:Untitled-1']) {
    it(`answer at every place of ${file}`, async function () {
      const session = await Session.with({ 'user.meter': 'import "main.meter"\ndesign other { profile tiny }\n' });
      await session.open(file, text);
      let answered = 0;
      const ask = async (method: string, more: object): Promise<void> => {
        const answer = await session.request(`textDocument/${method}`, { textDocument: { uri: session.uri(file) }, ...more });
        if (answer !== null) answered++;
      };
      for (const half of halves) {
        await session.change(file, half);
        const lines = half.split('\n');
        await ask('codeLens', {});
        await ask('semanticTokens/full', {});
        await ask('semanticTokens/full/delta', { previousResultId: '1' });
        for (const method of ['inlayHint', 'semanticTokens/range']) {
          await ask(method, { range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } } });
        }
        for (const [line, content] of lines.entries()) {
          for (let character = 0; character <= Math.min(content.length, 160); character += 7)
            await ask('hover', { position: { line, character } });
        }
      }
      assert.ok(answered > 1_000, `${answered} answers`);
      session.stop();
    });
  }
});
