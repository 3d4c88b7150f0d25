// Makes ready what the tests in a real VS Code need: VS Code itself and its driver from npm, Chromium from the system.
// It may run any number of times, and does nothing where nothing is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium, hostFolder, hostNode, serverEntry, vscodeFolder, vscodeVersion } from './places.mjs';
import { placeStandIns } from './stand-ins.mjs';

const minute = 60_000;
/** Install scripts would compile C++ and fetch from elsewhere; nothing that the tests need depends on them. */
const npmOptions = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

try {
  installPackages();
  checkNode();
  const browser = installChromium();
  say(`ready: VS Code ${vscodeVersion()}, ${browser}`);
} catch (error) {
  console.error(`setup: ${error.message}`);
  process.exitCode = 1;
}

function installPackages() {
  const stamp = path.join(hostFolder, 'node_modules', '.setup-done');
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(serverEntry)) return;
  say('installing VS Code and Playwright from npm: about 300 MB, a minute or two');
  npm(hostFolder, ['ci', ...npmOptions]);
  say("installing VS Code's own packages");
  // Its lock file leaves out a peer dependency, which only the older way of resolving them forgives.
  npm(vscodeFolder, ['ci', '--omit=dev', '--legacy-peer-deps', ...npmOptions]);
  placeStandIns(vscodeFolder);
  writeFileSync(stamp, wanted);
}

/** Changes when another version is to be installed, or this setup prepares it otherwise. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['package-lock.json', 'setup.mjs', 'stand-ins.mjs']) hash.update(readFileSync(path.join(hostFolder, file)));
  return hash.digest('hex');
}

function npm(folder, args) {
  // Under `npm run` npm tells where it is, and that way needs no shell on any system.
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  run('npm', command, [...first, ...args], { cwd: folder, timeout: 15 * minute });
}

function checkNode() {
  const { stdout } = spawnSync(hostNode(), ['--version'], { encoding: 'utf8', timeout: minute });
  const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
  if (major >= 22) return;
  throw new Error(
    `this VS Code runs on Node 22 or later, and there is no package of it for ${process.platform} on ${process.arch} here. ` +
      'Run the tests with Node 22 or later, or use `npm run test:electron`.',
  );
}

function installChromium() {
  const missing = [...(findChromium() === undefined ? ['chromium'] : []), ...(isDebian() && !hasFont() ? ['fonts-dejavu-core'] : [])];
  if (missing.length > 0) {
    if (isDebian() && process.getuid?.() === 0) installDebian(missing);
    else if (missing.includes('chromium')) throw new Error(withoutChromium());
  }
  const found = findChromium();
  if (found === undefined) throw new Error(withoutChromium());
  const { status, stdout, stderr, error } = spawnSync(found, ['--version'], { encoding: 'utf8', timeout: minute });
  if (status !== 0) throw new Error(`${found} does not start: ${error?.message ?? stderr.trim()}`);
  return stdout.trim();
}

function installDebian(packages) {
  say(`installing ${packages.join(' and ')} from Debian`);
  const options = { timeout: 15 * minute, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  run('apt-get', 'apt-get', ['update', '-qq'], options);
  run('apt-get', 'apt-get', ['install', '-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '--no-install-recommends', ...packages], options);
}

function withoutChromium() {
  const how = isDebian()
    ? 'Install it as root: apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core'
    : "Install Chromium or Chrome with your system's package manager";
  return `the tests in VS Code need Chromium, and none was found. ${how}; or name one in METERLINT_CHROMIUM.`;
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Without any font Chromium draws boxes for letters. */
function hasFont() {
  const folder = '/usr/share/fonts';
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.(ttf|otf)$/.test(String(file)));
}

/** Runs a command; its output is shown only where it fails twice, for networks fail once in a while. */
function run(name, command, args, options) {
  for (let attempt = 1; ; attempt++) {
    const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8', maxBuffer: 64 << 20 });
    if (status === 0) return;
    if (error?.code === 'ENOENT') throw new Error(`${name} was not found. Install it first.`);
    if (attempt === 2) {
      const said = `${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n');
      throw new Error(`${name} ${args.find((arg) => !arg.startsWith('-'))} failed twice${error ? `: ${error.message}` : ''}\n${said}`);
    }
    say(`${name} failed; trying once more`);
  }
}

function say(text) {
  console.log(`setup: ${text}`);
}
