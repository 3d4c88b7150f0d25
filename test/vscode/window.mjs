// Drives VS Code's window as a user does: looks, clicks and types, and takes a picture of every view.
import assert from 'node:assert/strict';
import path from 'node:path';
import { openBrowser, windowUrl } from '../../tools/vscode-host/browser.mjs';
import { startServer } from '../../tools/vscode-host/server.mjs';
import { copyExamples, shotsFolder, within } from './support.mjs';
import { handsOn } from './window/hands.mjs';

const longestStep = 90_000;

/**
 * Results as `{ title, error? }`, a step each. After a step that fails the others are still tried.
 * The chapters are files of `window/`, tried in this order in one window. Each can be tried alone.
 */
export async function runWindow({ folder, vsix, chapters }) {
  const workspace = copyExamples(path.join(folder, 'window-workspace'));
  const server = await startServer({ folder: path.join(folder, 'window'), vsix });
  const { browser, page, refused } = await openBrowser();
  const results = [];
  const hands = handsOn(page, workspace);
  const step = async (title, act) => {
    hands.nextTurn();
    try {
      await within(longestStep, title, act());
      results.push({ title });
    } catch (error) {
      results.push({ title, error: error.stack });
      await page.screenshot({ path: path.join(shotsFolder, `failure-${results.length}.png`) }).catch(() => undefined);
      await page.keyboard.press('Escape').catch(() => undefined);
    }
  };
  try {
    await page.goto(windowUrl(server, workspace, { openFile: path.join(workspace, 'riverside.meter') }), { timeout: 60_000 });
    await step('a design opens with its findings under the names of its elements', async () => {
      await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
      await hands.line('design').waitFor({ timeout: 60_000 });
      await page.locator('.monaco-editor .squiggly-error').first().waitFor({ timeout: 60_000 });
    });
    for (const name of chapters) {
      const { steps } = await import(`./window/${name}.mjs`);
      await steps(hands, step);
    }
    await step('nothing asked for an address outside this machine because of the extension', async () => {
      const foreign = [...refused].filter((origin) => /meterlint/.test(origin));
      assert.deepEqual(foreign, []);
    });
  } finally {
    await browser.close();
    await server.stop();
  }
  return results;
}
