// Runs the suite inside the extension host, on the extension as it was packaged.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser, windowUrl } from '../../tools/vscode-host/browser.mjs';
import { copyLogs, startServer } from '../../tools/vscode-host/server.mjs';
import { copyExamples, shotsFolder, within } from './support.mjs';

export const suiteEntry = path.join(import.meta.dirname, 'suite', 'index.cjs');

/** Results as `{ title, error? }`. Throws where VS Code itself failed, or where no test ran. */
export async function runHostSuite({ folder, vsix }) {
  const workspace = copyExamples(path.join(folder, 'host-workspace'));
  const report = path.join(folder, 'report.json');
  const server = await startServer({
    folder: path.join(folder, 'host'),
    vsix,
    forTests: true,
    env: { METERLINT_TEST_REPORT: report },
  });
  try {
    const { browser, page } = await openBrowser();
    const said = [];
    try {
      const verdict = new Promise((resolve, reject) => {
        page.on('crash', () => {
          reject(new Error("VS Code's window crashed"));
        });
        // These are the names by which VS Code's own tests listen to a window.
        void page.exposeFunction('codeAutomationExit', resolve).catch(reject);
        void page.exposeFunction('codeAutomationLog', (_level, parts) => said.push(format(...parts))).catch(reject);
      });
      const payload = { extensionDevelopmentPath: server.extension, extensionTestsPath: suiteEntry };
      await page.goto(windowUrl(server, workspace, payload), { timeout: 60_000 });
      const status = await within(20 * 60_000, 'the suite in the extension host', verdict);
      const results = readReport(report, status);
      if (results.some(({ error }) => error !== undefined)) copyLogs(server, path.join(shotsFolder, 'logs'));
      return results;
    } catch (error) {
      copyLogs(server, path.join(shotsFolder, 'logs'));
      await page.screenshot({ path: path.join(shotsFolder, 'failure-host.png') }).catch(() => undefined);
      throw new Error(`${error.message}\n${said.slice(-30).join('\n')}`, { cause: error });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Trusts neither the status nor the report alone: a suite that never ran reports nothing, and one that failed may say 0. */
export function readReport(report, status) {
  if (!existsSync(report)) throw new Error(`the suite ended with ${status} and reported nothing`);
  const results = JSON.parse(readFileSync(report, 'utf8'));
  if (results.length === 0) throw new Error('the suite ran no test');
  if (status !== 0 && results.every(({ error }) => error === undefined)) throw new Error(`the suite ended with ${status}`);
  return results;
}
