import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './bundle.js';
import { root } from './workspace.js';

const product = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { readonly version: string };

/** The built command line; `npm run build` makes it, and a stale one is refused. */
export const binary = (): string => bundled('cli/main.mjs');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOfBytes extends Pick<Run, 'code' | 'err'> {
  readonly out: Buffer;
}

/** Runs the real command line as a process of its own, by default on a fixed day: for tests that are about the process. */
export function meterlintProcess(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const command = [binary(), ...onFixedDay(args)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd, env: { ...process.env, NO_COLOR: undefined, ...env } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * What `meterlintProcess` gives, from the same built program within this process: a start costs more than most of what is asked for. Runs go one after
 * the other, since each has the folder, the environment and the outputs of the process for itself.
 */
export async function meterlint(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { code, out, err } = await meterlintBytes(args, cwd, env);
  return { code, out: out.toString('utf8'), err };
}

/** The same with the output as it was written: some reports are no text. */
export function meterlintBytes(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<RunOfBytes> {
  const run = last.then(() => within(onFixedDay(args), cwd, env));
  last = run.catch(() => undefined);
  return run;
}

async function within(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<RunOfBytes> {
  // Whoever changes the sources to see whether a test notices has built nothing.
  const fromSource = process.env['METERLINT_FROM_SOURCE'] !== undefined;
  if (fromSource) Object.assign(globalThis, { METERLINT_VERSION: product.version });
  const run = fromSource ? '../../cli/run.js' : pathToFileURL(bundled('cli/run.mjs')).href;
  const { main } = (await import(run)) as { main: (args: readonly string[]) => Promise<number> };
  const before = { cwd: process.cwd(), env: process.env };
  const [out, err] = [listen(process.stdout), listen(process.stderr)];
  try {
    process.chdir(cwd);
    process.env = { ...before.env, ...env };
    if (env['NO_COLOR'] === undefined) delete process.env['NO_COLOR'];
    const code = await main(args);
    return { code, out: out.written(), err: err.written().toString('utf8') };
  } finally {
    process.chdir(before.cwd);
    process.env = before.env;
    out.end();
    err.end();
  }
}

/** Takes what is written to a stream until the end, as a pipe does. */
function listen(stream: NodeJS.WriteStream): { readonly written: () => Buffer; readonly end: () => void } {
  const written: Buffer[] = [];
  const before = { write: Reflect.get(stream, 'write') as unknown, isTTY: stream.isTTY };
  const write = (chunk: string | Uint8Array, ...more: readonly unknown[]): boolean => {
    written.push(Buffer.from(chunk as string));
    const told = more.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (told !== undefined) process.nextTick(told);
    return true;
  };
  Object.assign(stream, { write, isTTY: false });
  return {
    written: () => Buffer.concat(written),
    end: () => void Object.assign(stream, before),
  };
}

function onFixedDay(args: readonly string[]): readonly string[] {
  return args[0] === 'check' && !args.includes('--date') ? [...args, '--date', '2026-11-24'] : args;
}

/** Makes a folder with files, hands it over, and takes it away again. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meterlint-cli-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      const full = path.join(folder, file);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
