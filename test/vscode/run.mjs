// Tests what needs a browser: reports on paper, then the packaged extension in a real VS Code, in its extension host and in its window, by mouse and keyboard.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { staleness } from '../../tools/bundle-sources.mjs';
import { projectFolder } from '../../tools/vscode-host/places.mjs';
import { shotsFolder } from './support.mjs';

/** A quiet machine needs a minute and a half. */
const longest = 20 * 60_000;
const parts = { paper: 'on paper', host: 'in the extension host', ui: 'in the window' };
const asked = process.argv.slice(2);
const chapters = readdirSync(path.join(import.meta.dirname, 'window'))
  .filter((file) => /^\d/.test(file))
  .map((file) => path.parse(file).name)
  .sort();
const isAsked = (name) => asked.length === 0 || asked.includes(name) || (name === 'ui' && chapters.some((one) => asked.includes(one)));
const wanted = asked.includes('ui') || asked.length === 0 ? chapters : chapters.filter((name) => asked.includes(name));
const unknown = asked.find((name) => !(name in parts) && !chapters.includes(name));
if (unknown !== undefined)
  end(`'${unknown}' is no part of these tests. Name some of: ${[...Object.keys(parts), ...chapters].join(', ')}; or none for all.`);
const packaged = path.join(projectFolder, 'dist', 'meterlint.vsix');
if (!existsSync(packaged)) end('dist/meterlint.vsix is missing. Run `npm run package` first.');
const stale = staleness(projectFolder, 'npm run package');
if (stale !== undefined) end(stale);

// Whoever ends this process ends what it started: servers and browsers end at its exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(`ended by ${signal}`));
setTimeout(() => end(`not done in ${longest / 60_000} minutes`), longest).unref();

const folder = mkdtempSync(path.join(tmpdir(), 'meterlint-vscode-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
rmSync(shotsFolder, { recursive: true, force: true });
mkdirSync(shotsFolder, { recursive: true });
// A build may replace the package while the tests run.
const vsix = path.join(folder, 'meterlint.vsix');
copyFileSync(packaged, vsix);

const totals = { passed: 0, failed: 0 };
for (const [name, where] of Object.entries(parts)) {
  if (!isAsked(name)) continue;
  console.log(`${where}:`);
  try {
    for (const result of await run(name)) tell(result);
  } catch (error) {
    tell({ title: 'VS Code ran the tests', error: error.stack });
  }
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** Loaded only now, so that what is missing is told by a message and not by a failing import. */
async function run(name) {
  if (name === 'paper') {
    const { runPaper } = await import('./paper.mjs');
    return runPaper({ folder: path.join(folder, 'paper') });
  }
  const { runHostSuite } = await import('./host-suite.mjs');
  if (name === 'host') return runHostSuite({ folder, vsix });
  const { runWindow } = await import('./window.mjs');
  const results = await runWindow({ folder: path.join(folder, 'first'), vsix, chapters: wanted });
  const failed = results.filter(({ error }) => error !== undefined);
  if (failed.length === 0) return results;
  // A window on a busy machine loses keys now and then. What is wrong fails twice; what was lost is told all the same.
  for (const { title, error } of failed)
    console.log(`  failed at first, tried again in a new VS Code: ${title}\n${error.replace(/^/gm, '         ')}`);
  return runWindow({ folder: path.join(folder, 'second'), vsix, chapters: wanted });
}

function tell({ title, error }) {
  totals[error === undefined ? 'passed' : 'failed']++;
  console.log(`  ${error === undefined ? 'ok    ' : 'FAILED'} ${title}`);
  if (error !== undefined) console.log(error.replace(/^/gm, '         '));
}

function end(message) {
  console.error(message);
  process.exit(1);
}
