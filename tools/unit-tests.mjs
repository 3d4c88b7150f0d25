// Runs the unit tests on all cores, a file at a time in each process. `node tools/unit-tests.mjs [FILES] [OPTIONS OF MOCHA]`, all files by default.
// Mocha counts a process that dies as a failure, whatever the exit code with which it died.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '..');
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');

/** What takes longest starts first, so that no core waits for a long file that started last. */
const first = [
  'test/server/refactor/every-action.test.ts',
  'test/drafts/drafts.test.ts',
  'test/server/completion-errors.test.ts',
  'test/workspace/one-meaning.test.ts',
  'test/review/agreement.test.ts',
  'test/server/refactor/refactor.test.ts',
  'test/server/edits.test.ts',
  'test/cli/check.test.ts',
  'test/report/redaction.test.ts',
  'test/report/large.test.ts',
  'test/cli/graph.test.ts',
  'test/report/no-rule-syntax.test.ts',
  'test/laws/worse-designs.test.ts',
  'test/language/proofs/sound.test.ts',
  'test/laws/taking-away.test.ts',
  'test/laws/stated-and-wrong.test.ts',
  'test/cli/export.test.ts',
];

/** A process that has tried many files holds up to two gigabytes. */
const memoryOfOne = 3 * 1024 ** 3;
const processes = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / memoryOfOne)));

const asked = process.argv.slice(2);
const files = asked.some((one) => /\.test\.\w+$/.test(one)) ? [] : inOrder(unitTests());
const child = spawn(process.execPath, [mocha, '--parallel', '--jobs', String(processes), ...files, ...asked], {
  cwd: project,
  stdio: 'inherit',
});
child.on('error', (error) => {
  throw error;
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});

function unitTests() {
  return readdirSync(path.join(project, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('test/vscode/'))
    .sort();
}

function inOrder(all) {
  const gone = first.filter((file) => !all.includes(file));
  if (gone.length > 0) throw new Error(`tools/unit-tests.mjs starts with ${gone.join(', ')}, which is not there`);
  return [...first, ...all.filter((file) => !first.includes(file))];
}
