/* What a key costs in the editor as the design grows: processor time of client and server in one process, until the findings of the text are told. */
import { largeDesign } from './design.js';
import { Session } from '../test/server/in-process.js';

const size = Number(process.argv[2] ?? 1000);
const session = await Session.with({});
const file = 'large.meter';
const uri = session.uri(file);
const text = largeDesign(size);

async function used(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

let version = 1;
const told = () => session.published.filter((one) => one === uri).length;
async function change(from: string, to: string): Promise<void> {
  const at = now.indexOf(from);
  const place = (offset: number) => {
    const lines = now.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  const range = { start: place(at), end: place(at + from.length) };
  now = now.slice(0, at) + to + now.slice(at + from.length);
  const before = told();
  await session.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: to }] });
  await session.until(() => told() > before);
  await session.shared.workspace.WorkspaceLock.read(() => undefined);
}
let now = text;
console.log('open', await used(async () => { await session.open(file, text); await session.until(() => told() > 0); await session.shared.workspace.WorkspaceLock.read(() => undefined); }));
const middle = `component meter${Math.floor(size / 4)} is smart-meter in home { count = `;
for (let n = 0; n < 8; n++) console.log('key', await used(() => change(n % 2 === 0 ? `${middle}100` : `${middle}1001`, n % 2 === 0 ? `${middle}1001` : `${middle}100`)));
const requests: [string, object][] = [
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/codeLens', {}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/inlayHint', { range: { start: { line: 100, character: 0 }, end: { line: 160, character: 0 } } }],
];
for (const [method, params] of requests) console.log(method, await used(() => session.request(method, { textDocument: { uri }, ...params })));
await change(`${middle}100`, `${middle}1001`);
for (const [method, params] of requests) console.log('after key', method, await used(() => session.request(method, { textDocument: { uri }, ...params })));
console.log('MB', Math.round(process.memoryUsage().rss / 1e6));
process.exit(0);
