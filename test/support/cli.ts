import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled } from './bundle.js';

/** The built command line; `npm run build` makes it, and a stale one is refused. */
export const binary = (): string => bundled('cli/main.mjs');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line as a process of its own, by default on a fixed day. */
export function meterlint(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const dated = args[0] === 'check' && !args.includes('--date') ? [...args, '--date', '2026-11-24'] : args;
  const command = [binary(), ...dated];
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
