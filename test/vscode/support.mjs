// What both parts of the tests in VS Code share.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../tools/vscode-host/places.mjs';

export const shotsFolder = path.join(import.meta.dirname, 'shots');

export function copyExamples(folder) {
  mkdirSync(folder, { recursive: true });
  // The reference architectures are thirty designs more, which these tests have no use for.
  cpSync(path.join(projectFolder, 'examples'), folder, { recursive: true, filter: (from) => path.basename(from) !== 'reference' });
  return folder;
}

/** How many findings the command line tells of a folder, in all and of each severity: what every view has to agree with. */
export function reviewedCounts(folder) {
  const cli = path.join(projectFolder, 'dist', 'cli', 'main.mjs');
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 };
  const { stdout } = spawnSync(process.execPath, [cli, 'check', '.', '--format', 'json', '--fail-on', 'none'], options);
  const found = JSON.parse(stdout).findings.filter(({ state }) => state === 'missing' || state === 'weak');
  const counts = { findings: found.length, critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of found) counts[severity]++;
  return counts;
}

/** How far an attacker gets in the designs of a folder, as the command line computes it. */
export function reachedIn(folder) {
  const cli = path.join(projectFolder, 'dist', 'cli', 'main.mjs');
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 };
  return JSON.parse(spawnSync(process.execPath, [cli, 'reach', '.', '--format', 'json'], options).stdout).designs;
}

/** The rows of a table that the command line writes of a design, by the names of its columns. */
export function reviewedTable(folder, design, format) {
  const cli = path.join(projectFolder, 'dist', 'cli', 'main.mjs');
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 };
  const { stdout } = spawnSync(process.execPath, [cli, 'check', design, '--format', format, '--fail-on', 'none'], options);
  const [columns, ...rows] = cellsOf(stdout);
  return rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at]])));
}

/** Cells of RFC 4180, line by line. */
function cellsOf(text) {
  const lines = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.filter((cells) => cells.length > 1);
}

/** Fails where something takes too long, so that no run hangs. */
export async function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what}: no answer in ${milliseconds / 1000} seconds`));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
