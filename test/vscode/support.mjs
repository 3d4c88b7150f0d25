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
