import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomFrom, shuffled } from '../../laws/support/random.js';
import { meterlint } from '../../support/cli.js';
import { DiskEditor, today, type Told } from './editor.js';
import { Play } from './play.js';

/** What a session was compared with. */
export interface Compared {
  steps: number;
  /** Servers that were started on the same files. */
  fresh: number;
  /** Reviews of the command line. */
  commandLine: number;
}

/** How long a server may take to work in what it heard of: only one that never does is wrong. */
const patience = 30_000;

/**
 * One random session: after each part of it the server says what a new one says of the same files and open texts, opened in another order; at
 * its end, with everything saved, what the command line says. Every third session is on two folders with files of the same names.
 */
export async function playSession(seed: number, steps: number): Promise<Compared> {
  const random = randomFrom(seed);
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'meterlint-session-')));
  const roots = (seed % 3 === 0 ? ['one', 'two'] : ['one']).map((name) => path.join(top, name));
  const compared: Compared = { steps, fresh: 0, commandLine: 0 };
  Play.prepare(roots, random);
  const editor = await DiskEditor.on(roots);
  const play = new Play(editor, roots, random);
  const agrees = async (what: string): Promise<Told> => {
    const told = await freshlyTold(roots, shuffled([...editor.open], random));
    compared.fresh++;
    await comesTo(editor, told, `seed ${seed}, ${what}, after ${play.done.join('; ')}`);
    return told;
  };
  try {
    for (let step = 1; step <= steps; step++) {
      await play.step();
      if (step % 5 === 0) await agrees(`step ${step}`);
    }
    await play.savesAndClosesAll();
    const told = await agrees('all saved and closed');
    const report = await commandLineReport(top, roots);
    if (report !== undefined) {
      compared.commandLine++;
      assert.deepEqual(JSON.parse(told.report), JSON.parse(report), `seed ${seed}: editor and command line`);
      assert.deepEqual(findingsShown(told, top, roots), findingsIn(report), `seed ${seed}: diagnostics and command line`);
    }
    return compared;
  } finally {
    editor.stop();
    rmSync(top, { recursive: true, force: true });
  }
}

async function freshlyTold(roots: readonly string[], open: readonly (readonly [string, string])[]): Promise<Told> {
  const editor = await DiskEditor.on(roots);
  try {
    for (const [file, text] of open) await editor.opens(file, text);
    return await editor.told();
  } finally {
    editor.stop();
  }
}

/** What a server was told may take it some rounds; once it says what is right, it stays with it. */
async function comesTo(editor: DiskEditor, wanted: Told, context: string): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const told = await editor.told();
    if (isSame(told, wanted)) break;
    if (Date.now() > end) assert.deepEqual(linesOf(told), linesOf(wanted), context);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(linesOf(await editor.told()), linesOf(wanted), `${context}, and stays so`);
}

/** As people can read where two differ. */
function linesOf({ diagnostics, report, texts }: Told): string[] {
  const shown = Object.entries(diagnostics).flatMap(([uri, those]) =>
    those.map(
      ({ range, code, message, ...rest }) =>
        `${uri} ${JSON.stringify(range)} ${String(code)}: ${message as string} ${JSON.stringify(rest)}`,
    ),
  );
  return [...Object.entries(texts).map(([uri, text]) => `${uri} holds ${JSON.stringify(text)}`), ...shown, ...report.split('\n')];
}

function isSame(one: Told, other: Told): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Undefined where the command line refuses to begin: settings that are wrong, or nothing to review. */
async function commandLineReport(top: string, roots: readonly string[]): Promise<string | undefined> {
  const [cwd, paths] = roots.length === 1 ? [roots[0]!, ['.']] : [top, roots.map((root) => path.basename(root))];
  const { out } = await meterlint(['check', ...paths, '--format', 'json', '--date', today], cwd);
  return out === '' ? undefined : out;
}

/** A finding on an element that several designs share is shown once. */
function findingsShown({ diagnostics }: Told, top: string, roots: readonly string[]): string[] {
  const home = pathToFileURL(roots.length === 1 ? roots[0]! : top).href;
  const shown = Object.entries(diagnostics).flatMap(([uri, those]) =>
    those
      .filter(({ data }) => (data as { finding?: string } | undefined)?.finding !== undefined)
      .map(({ code, range }) => `${uri.slice(home.length + 1)}:${range.start.line + 1}:${range.start.character + 1} ${String(code)}`),
  );
  return [...new Set(shown)].sort();
}

function findingsIn(report: string): string[] {
  const { findings } = JSON.parse(report) as {
    findings: readonly { requirement: string; location: { file: string; line: number; column: number } }[];
  };
  const told = findings.map(({ requirement, location: { file, line, column } }) => `${file}:${line}:${column} ${requirement}`);
  return [...new Set(told)].sort();
}
