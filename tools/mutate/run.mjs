// Changes the product in small ways and asks whether a test notices: `npm run mutate -- [ROOM ...] [--mutants N] [--seed S] [--files PART] [--tests PART]`.
// `--files` and `--tests` leave those files and tests whose paths have PART (a regular expression) in them: a folder with its own tests takes minutes.
// A change that no test notices is a promise that no test holds, or a change that changes nothing. Survivors are listed by file and line.
// The tool that does it is installed on the first run, beside this file and apart from what everybody who works on the project installs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sampleOf } from './sample.mjs';

const here = import.meta.dirname;
const project = path.resolve(here, '../..');
const output = path.join(project, '.mutate');

/** What is changed, and which tests are asked. */
const rooms = {
  review: ['test/review'],
  language: ['test/language', 'test/workspace'],
  server: ['test/server'],
  cli: ['test/cli'],
  repair: ['test/repair'],
  history: ['test/history'],
  reach: ['test/reach'],
  report: ['test/report'],
};
/** Tests that try so much that one of them takes minutes: a mutant would take as long. What survives is tried on them, and on the laws, by hand. */
const tooLong =
  /agreement|every-action|completion-errors|thorough|large|no-rule-syntax|redaction|sound\.test|incremental\/exact|increments|worlds|sessions|one-meaning/;
/** Tests that start a program of their own, which runs what was built and not what was changed. */
const startsProgram = /\b(?:meterlintProcess|binary|bundled)\(|new TestClient\(/;

const { values, positionals } = parseArgs({
  options: {
    mutants: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    files: { type: 'string', default: '' },
    tests: { type: 'string', default: '' },
  },
  allowPositionals: true,
});
const asked = positionals.length > 0 ? positionals : ['review', 'language', 'server', 'cli'];
const unknown = asked.find((room) => !(room in rooms));
if (unknown !== undefined) {
  console.error(`"${unknown}" is no room whose tests are known here; these are: ${Object.keys(rooms).join(', ')}.`);
  process.exit(2);
}
const mutants = Number(values.mutants);
const seed = Number(values.seed);
if (!Number.isInteger(mutants) || mutants < 1 || !Number.isInteger(seed)) {
  console.error('--mutants and --seed are whole numbers.');
  process.exit(2);
}

const [onlyFiles, onlyTests] = [new RegExp(values.files), new RegExp(values.tests)];

if (!existsSync(path.join(here, 'node_modules'))) run('npm', ['ci', '--no-audit', '--no-fund'], here);
run('npm', ['run', '--silent', 'generate'], project);
mkdirSync(output, { recursive: true });

const filesBelow = (folder, ending) =>
  readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith(ending) && !file.includes('/generated/'))
    .sort();

const survivors = [];
const counts = {};
for (const room of asked) {
  const files = filesBelow(room, '.ts')
    .filter((file) => onlyFiles.test(file))
    .map((file) => ({ file, lines: readFileSync(path.join(project, file), 'utf8').trimEnd().split('\n').length }));
  const mutate = sampleOf(files, Math.ceil(mutants / asked.length), seed);
  const spec = rooms[room]
    .flatMap((folder) => filesBelow(folder, '.test.ts'))
    .filter((file) => onlyTests.test(file) && !tooLong.test(file) && !startsProgram.test(readFileSync(path.join(project, file), 'utf8')));
  const { status, files: told } = mutated(room, mutate, spec);
  if (told === undefined) {
    console.error(`${room}: the tool ended with ${status} before it had a result; the tests of the room have to pass first.`);
    process.exitCode = 1;
    continue;
  }
  for (const [file, { source, mutants: those }] of Object.entries(told)) {
    for (const { status: fate, mutatorName, location, replacement } of those) {
      counts[fate] = (counts[fate] ?? 0) + 1;
      if (fate !== 'Survived' && fate !== 'NoCoverage') continue;
      const line = source.split('\n')[location.start.line - 1]?.trim() ?? '';
      survivors.push({ where: `${file}:${location.start.line}:${location.start.column}`, fate, mutatorName, line, replacement });
    }
  }
}

survivors.sort((one, other) => (one.where < other.where ? -1 : 1));
for (const { where, fate, mutatorName, line, replacement } of survivors) {
  const how = fate === 'NoCoverage' ? 'no test runs it' : 'no test notices it';
  console.log(`${where} ${mutatorName}: ${how}\n    ${line}\n    ${replacement?.replaceAll(/\s+/g, ' ') ?? ''}`);
}
writeFileSync(path.join(output, 'survivors.json'), `${JSON.stringify({ seed, counts, survivors }, null, 1)}\n`);
const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(
  `${total} mutants with seed ${seed}: ${Object.entries(counts)
    .map(([fate, count]) => `${count} ${fate}`)
    .join(', ')}`,
);

/** Lets the tool try a room; what it found, by file, where it came to an end. */
function mutated(room, mutate, spec) {
  const report = path.join(output, `${room}.json`);
  rmSync(report, { force: true });
  const configuration = path.join(output, `${room}.config.json`);
  const settings = {
    testRunner: 'mocha',
    plugins: [path.join(here, 'node_modules/@stryker-mutator/mocha-runner/dist/src/index.js')],
    // The runner takes no settings of the project's: it loads modules its own way.
    mochaOptions: { spec, config: path.join(here, 'mocha.json') },
    testRunnerNodeArgs: ['--import', 'tsx', '--import', path.join(here, 'as-built.mjs')],
    coverageAnalysis: 'perTest',
    mutate,
    ignorePatterns: ['dist/*', 'tools/*/node_modules', '.mutate', '.git'],
    concurrency: 1,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    tempDirName: path.join(output, 'copy'),
    dryRunTimeoutMinutes: 60,
    timeoutMS: 15_000,
    ignoreStatic: true,
  };
  writeFileSync(configuration, JSON.stringify(settings, null, 1));
  const tool = path.join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [tool, 'run', configuration], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, METERLINT_FROM_SOURCE: '1' },
  });
  return { status, files: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).files : undefined };
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
