// Starts and stops a VS Code of its own for one run: its folders are new, and go away with it.
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { hostNode, serverEntry } from './places.mjs';

/** What would ask questions, update itself, or stand in the way of a test and its pictures. */
const userSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself; the tests want to save.
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Installs a packaged extension as a user would, and starts VS Code on a free port of this machine.
 * `forTests` opens the door for a test suite in the extension host; it also silences dialogs and notifications.
 */
export async function startServer({ folder, vsix, forTests = false, env = {} }) {
  if (!existsSync(serverEntry)) throw new Error('VS Code is not set up. Run `npm run test:setup` first.');
  const extensions = path.join(folder, 'extensions');
  const data = path.join(folder, 'data');
  mkdirSync(path.join(data, 'User'), { recursive: true });
  writeFileSync(path.join(data, 'User', 'settings.json'), JSON.stringify(userSettings, undefined, 2));
  const options = ['--server-data-dir', folder, '--user-data-dir', data, '--extensions-dir', extensions];
  options.push('--accept-server-license-terms', '--telemetry-level', 'off');
  const childEnv = { ...environment(folder), ...env };

  await install(vsix, options, childEnv);
  const listen = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--disable-workspace-trust'];
  if (forTests) listen.push('--enable-smoke-test-driver');
  // Detached, it leads a process group that holds extension hosts and language servers, too: all end together.
  const child = spawn(hostNode(), [serverEntry, ...options, ...listen], {
    env: childEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = stopper(child);
  try {
    const port = await portOf(child);
    return { port, url: `http://127.0.0.1:${port}/`, extension: extensionIn(extensions), logs: path.join(data, 'logs'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function install(vsix, options, env) {
  let said;
  try {
    const { stdout, stderr } = await promisify(execFile)(hostNode(), [serverEntry, ...options, '--install-extension', vsix, '--force'], {
      env,
      timeout: 120_000,
    });
    said = stdout + stderr;
  } catch (error) {
    throw new Error(`VS Code did not install ${vsix}:\n${error.stdout ?? ''}${error.stderr ?? error.message}`, { cause: error });
  }
  // It does not always tell by its exit status.
  if (!said.includes('successfully installed')) throw new Error(`VS Code did not install ${vsix}:\n${said}`);
}

/** The folder that the extension was unpacked into: with nothing in it but what users get. */
function extensionIn(folder) {
  const isExtension = (name) => existsSync(path.join(folder, name, 'package.json'));
  const found = readdirSync(folder).filter(isExtension);
  if (found.length !== 1) throw new Error(`one extension should be installed, and there are ${found.length}: ${found.join(', ')}`);
  return path.join(folder, found[0]);
}

/** The caller's environment without what would lead VS Code to the caller's own settings, windows or gallery. */
function environment(folder) {
  const home = path.join(folder, 'home');
  // It leaves sockets in the temporary folder, so it gets one that goes away.
  const temporary = path.join(folder, 'tmp');
  mkdirSync(home, { recursive: true });
  mkdirSync(temporary, { recursive: true });
  const foreign = /^(VSCODE_|CODE_SERVER|ELECTRON_|NODE_OPTIONS$|XDG_)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const noGallery = { serviceUrl: '', itemUrl: '', resourceUrlTemplate: '', extensionUrlTemplate: '', controlUrl: '' };
  return { ...Object.fromEntries(kept), HOME: home, TMPDIR: temporary, EXTENSIONS_GALLERY: JSON.stringify(noGallery) };
}

function portOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ${why}:\n${said}`));
    };
    const timer = setTimeout(() => {
      fail('was not up within a minute');
    }, 60_000);
    const read = (part) => {
      said += part;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => {
      fail(`did not start: ${error.message}`);
    });
    child.once('exit', (code) => {
      fail(`ended with ${code}`);
    });
  });
}

/** Ends the whole process group; at the exit of this process, too, whatever led there. */
function stopper(child) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody is left in the group.
    }
  };
  const atExit = () => {
    signal('SIGKILL');
  };
  process.once('exit', atExit);
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  return async () => {
    if (child.pid === undefined) return;
    signal('SIGTERM');
    const impatience = setTimeout(() => {
      signal('SIGKILL');
    }, 5_000);
    if (child.exitCode === null && child.signalCode === null) await ended;
    clearTimeout(impatience);
    // Extension hosts may outlive their server by a moment.
    signal('SIGKILL');
    process.removeListener('exit', atExit);
  };
}

/** What the extension hosts logged, for a failure's sake. */
export function copyLogs(server, target) {
  if (existsSync(server.logs)) cpSync(server.logs, target, { recursive: true });
}

export function manifestOf(server) {
  return JSON.parse(readFileSync(path.join(server.extension, 'package.json'), 'utf8'));
}
