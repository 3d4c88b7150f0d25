// What both parts of the tests in VS Code share.
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
