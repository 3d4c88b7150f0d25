import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { largeDesign } from './design.js';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A server as an editor starts it, and as much of its protocol as a measurement takes. */
class Server {
  private readonly child: ChildProcess;
  private received = Buffer.alloc(0);
  private readonly answers = new Map<number, (result: unknown) => void>();
  private told: (version: number | undefined) => void = () => undefined;
  private asked = 0;

  constructor() {
    const main = fileURLToPath(new URL('../dist/server/main.cjs', import.meta.url));
    this.child = spawn(process.execPath, [main, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout!.on('data', (chunk: Buffer) => {
      this.received = Buffer.concat([this.received, chunk]);
      for (let message = this.next(); message !== undefined; message = this.next()) this.take(message);
    });
  }

  private next(): Message | undefined {
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/.exec(this.received.toString('latin1', 0, end))![1]);
    const start = end + 4;
    if (this.received.length < start + length) return undefined;
    const message = JSON.parse(this.received.toString('utf8', start, start + length)) as Message;
    this.received = this.received.subarray(start + length);
    return message;
  }

  private take({ id, method, params, result }: Message): void {
    if (method === 'textDocument/publishDiagnostics') this.told((params as { readonly version?: number }).version);
    // The server asks for settings and such: none are set.
    else if (method !== undefined && id !== undefined) this.send({ id, result: [] });
    else if (id !== undefined) this.answers.get(id)?.(result);
  }

  private send(message: object): void {
    const text = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.child.stdin!.write(`Content-Length: ${text.length}\r\n\r\n`);
    this.child.stdin!.write(text);
  }

  request(method: string, params: object): Promise<unknown> {
    return new Promise((resolve) => {
      const id = ++this.asked;
      this.answers.set(id, resolve);
      this.send({ id, method, params });
    });
  }

  /** Sends what makes a version of a text, and waits until the problems of that are told. */
  async untilTold(version: number, method: string, params: object): Promise<void> {
    const told = new Promise<void>((resolve) => {
      this.told = (of) => {
        // A server need not say which version it speaks of: it is asked for one after the other.
        if (of === undefined || of === version) resolve();
      };
    });
    this.send({ method, params });
    await told;
  }

  async initialize(): Promise<void> {
    const publishDiagnostics = { relatedInformation: true, versionSupport: true };
    await this.request('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { publishDiagnostics } } });
    this.send({ method: 'initialized', params: {} });
  }

  async end(): Promise<void> {
    await this.request('shutdown', {});
    this.send({ method: 'exit' });
    await once(this.child, 'exit');
  }
}

const uri = 'untitled:large.meter';

const [meter, flow] = ['component meter1 is smart-meter in home { ', 'flow read1 is '];

/** What is typed, in turn with what stood there: edits that change ever more of a review. */
export const keyEdits = {
  blank: [meter, meter.replace(' is ', '  is ')],
  title: [meter, meter.replace(' is ', ' "One" is ')],
  count: [
    'count = 100 key-scope = per-device stores readings }\nlink plc1:',
    'count = 99 key-scope = per-device stores readings }\nlink plc1:',
  ],
  control: [meter, `${meter}uses dlms-suite-1 `],
  link: [flow, `link direct1: meter1 <-> hes over lte\n${flow}`],
} as const satisfies Readonly<Record<string, readonly [before: string, after: string]>>;
export type KeyEdit = keyof typeof keyEdits;

/** Milliseconds of the processor that the steps of the last review took, by their names; from the page that _Show Timings_ opens. */
async function timingsOf(server: Server): Promise<ReadonlyMap<string, number>> {
  const { body } = (await server.request('meterlint/page', { name: 'Last Review' })) as { readonly body: string };
  return new Map([...body.matchAll(/<li>(\w+): (\d+) ms of the processor/g)].map(([, name, spent]) => [name!, Number(spent)]));
}

/** What an edit at one meter costs until the problems of the file are told: the median of some keys, by step. */
export async function keyCosts(size: number, edit: KeyEdit, keys: number): Promise<ReadonlyMap<string, number>> {
  const server = new Server();
  await server.initialize();
  const text = largeDesign(size);
  await server.untilTold(1, 'textDocument/didOpen', { textDocument: { uri, languageId: 'meter', version: 1, text } });
  const [before, after] = keyEdits[edit];
  const lines = text.slice(0, text.indexOf(before)).split('\n');
  const start = { line: lines.length - 1, character: lines.at(-1)!.length };
  const costs: ReadonlyMap<string, number>[] = [];
  for (let key = 0; key < keys; key++) {
    const [old, now] = key % 2 === 0 ? [before, after] : [after, before];
    const replaced = old.split('\n');
    const last = replaced.at(-1)!.length;
    const end = { line: start.line + replaced.length - 1, character: replaced.length > 1 ? last : start.character + last };
    const version = key + 2;
    const contentChanges = [{ range: { start, end }, text: now }];
    await server.untilTold(version, 'textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    costs.push(await timingsOf(server));
  }
  await server.end();
  const sorted = costs.toSorted((one, other) => one.get('all')! - other.get('all')!);
  return sorted[Math.floor(sorted.length / 2)]!;
}
