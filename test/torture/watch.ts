/* A program that attacks the product, watched by another one: however it ends, and if it does not end, somebody is left who says so. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

/** What an attacking program is about to try, or that it has said all it had to say. */
export interface Trying {
  readonly what: 'start' | 'text' | 'client' | 'end';
  readonly seed: number;
}

const placeOfNote = 'METERLINT_TORTURE_NOTE';

/** Leaves a note of what is tried next, for who is left when this program is not. It is written before the attempt begins: nothing that ends the program takes it along. */
export function note(trying: Trying): void {
  const file = process.env[placeOfNote];
  if (file !== undefined) writeFileSync(file, JSON.stringify(trying));
}

export interface End {
  /** In words; undefined where the program came to its end by itself. */
  readonly told: string | undefined;
  /** What was tried when it ended. */
  readonly last: Trying;
  readonly code: number;
}

/** Runs a program that leaves notes; where its note stays the same for `longest` milliseconds it is ended. */
export async function watched(program: readonly string[], longest: number): Promise<End> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meterlint-torture-'));
  const file = path.join(folder, 'note.json');
  writeFileSync(file, JSON.stringify({ what: 'start', seed: 0 } satisfies Trying));
  // The program hears by its channel that nobody watches it any more.
  const child = spawn(process.execPath, [...program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [placeOfNote]: file },
  });
  let [seen, since, isStuck] = ['', Date.now(), false];
  const timer = setInterval(
    () => {
      const now = readFileSync(file, 'utf8');
      if (now !== seen) [seen, since] = [now, Date.now()];
      else if (Date.now() - since > longest) isStuck = child.kill('SIGKILL');
    },
    Math.min(longest / 4, 1000),
  );
  const stop = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of stopping) process.on(signal, stop);
  try {
    const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        resolve({ code, signal });
      });
    });
    const last = JSON.parse(readFileSync(file, 'utf8')) as Trying;
    if (last.what === 'end' && code !== null) return { told: undefined, last, code };
    const how = isStuck
      ? `did not come to an end with it in ${Math.round(longest / 1000)} seconds`
      : signal !== null
        ? `was ended by ${signal}${signal === 'SIGKILL' || signal === 'SIGABRT' ? ', as where memory is out' : ''}`
        : `ended with exit code ${code}${code === unsettled ? ': something that it waited for is never answered' : ''}`;
    const at = last.what === 'start' ? 'before it tried anything' : `while it tried the ${last.what} of seed ${last.seed}`;
    return { told: `The attack ${how}, ${at}.`, last, code: signal === null ? code || 1 : 128 + constants.signals[signal] };
  } finally {
    clearInterval(timer);
    for (const signal of stopping) process.off(signal, stop);
    rmSync(folder, { recursive: true, force: true });
  }
}

const stopping = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** With which Node ends a program that waits for what nothing can settle any more. */
const unsettled = 13;
