// Drives VS Code's window as a user does: looks, clicks and types, and takes a picture of every view.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser, windowUrl } from '../../tools/vscode-host/browser.mjs';
import { startServer } from '../../tools/vscode-host/server.mjs';
import { copyExamples, shotsFolder, within } from './support.mjs';

const longestStep = 90_000;

/** Results as `{ title, error? }`, a step each. After a step that fails the others are still tried. */
export async function runWindow({ folder, vsix }) {
  const workspace = copyExamples(path.join(folder, 'window-workspace'));
  const server = await startServer({ folder: path.join(folder, 'window'), vsix });
  const { browser, page, refused } = await openBrowser();
  const results = [];
  const step = async (title, act) => {
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
    await steps(page, workspace, step);
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

async function steps(page, workspace, step) {
  const file = (name) => path.join(workspace, name);
  const line = (text) => page.locator('.monaco-editor .view-line', { hasText: text }).first();
  const row = (list, text) => page.locator(`${list} .monaco-list-row`, { hasText: text }).first();
  const shot = (name) => page.screenshot({ path: path.join(shotsFolder, `${name}.png`) });
  /** VS Code loses keys that arrive while it is busy: try until what they should bring is there. */
  const retry = async (act, times = 6) => {
    for (let left = times; ; left--) {
      try {
        return await act();
      } catch (error) {
        if (left === 1) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };
  const command = (title) =>
    retry(async () => {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').first().fill(`>${title}`, { timeout: 4_000 });
      await row('.quick-input-list', title).waitFor({ timeout: 4_000 });
      await page.keyboard.press('Enter');
    });
  const toLine = (number, column = 1) =>
    retry(async () => {
      await page.keyboard.press('Control+g');
      await page.locator('.quick-input-widget input').first().fill(`:${number}:${column}`, { timeout: 4_000 });
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: 4_000 });
    });
  /** As the status bar counts them. */
  const errors = async () => {
    const label = await page.locator('[id="status.problems"] [aria-label]').first().getAttribute('aria-label');
    const [, count] = /Errors: (\d+)/.exec(label ?? '') ?? [];
    assert.ok(count, `'${label}' counts errors`);
    return Number(count);
  };
  const lineOf = (name, text) =>
    readFileSync(file(name), 'utf8')
      .split('\n')
      .findIndex((one) => one.includes(text)) + 1;

  await step('a design opens with its findings under the names of its elements', async () => {
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await line('design').waitFor({ timeout: 60_000 });
    await page.locator('.monaco-editor .squiggly-error').first().waitFor({ timeout: 60_000 });
  });

  await step('the problems view lists them with requirement and message', async () => {
    await command('Problems: Focus on Problems View');
    // The list draws only the rows in view.
    await row('.markers-panel', /lacks|no control|weak/).waitFor();
    await shot('problems');
    await command('View: Toggle Panel Visibility');
    await page.locator('.markers-panel').first().waitFor({ state: 'hidden' });
  });

  await step('the quick-fix menu names mechanism and standard', async () => {
    await toLine(lineOf('riverside.meter', 'component kms'), 12);
    await retry(async () => {
      await page.keyboard.press('Control+.');
      await row('.action-widget', 'Add ').waitFor({ timeout: 6_000 });
    });
    await row('.action-widget', 'Hardware security module').waitFor();
    await shot('quick-fix');
  });

  let before = readFileSync(file('riverside.meter'), 'utf8');
  await step('a fix from the menu writes the control, and its finding goes', async () => {
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: /^Add hardware key storage with / }).first();
    await fix.scrollIntoViewIfNeeded();
    const title = (await fix.textContent()) ?? '';
    const errorsBefore = await errors();
    await fix.click({ force: true });
    assert.match(title, /Add hardware key storage with .+FIPS 140-3/);
    await line(/component\skms[^]*hsm-fips-140-3/).waitFor({ timeout: 10_000 });
    await waitUntil(page, async () => (await errors()) < errorsBefore, 20_000);
    await shot('quick-fix-applied');
  });

  await step('the file is saved with the fix in it', async () => {
    await retry(async () => {
      await page.keyboard.press('Control+s');
      await waitUntil(page, () => readFileSync(file('riverside.meter'), 'utf8') !== before, 4_000);
    });
    assert.match(readFileSync(file('riverside.meter'), 'utf8'), /^component kms .*hsm-fips-140-3.*$/m);
    before = readFileSync(file('riverside.meter'), 'utf8');
  });

  await step('a hover tells how an element stands', async () => {
    await toLine(lineOf('riverside.meter', 'link plc'), 6);
    await retry(async () => {
      await command('Show or Focus Hover');
      await page.locator('.monaco-hover', { hasText: 'plc' }).first().waitFor({ timeout: 6_000 });
    });
    await shot('hover');
    await page.keyboard.press('Escape');
  });

  await step('completion offers the kinds of the catalogue', async () => {
    await toLine(lineOf('riverside.meter', 'link plc'), 1);
    await page.keyboard.type('component extra is smart');
    await retry(async () => {
      await page.keyboard.press('Control+Space');
      await row('.suggest-widget', 'smart-meter').waitFor({ timeout: 6_000 });
    });
    await shot('completion');
    await page.keyboard.press('Escape');
    await command('File: Revert File');
    await page.locator('.monaco-editor .view-line', { hasText: 'component extra' }).waitFor({ state: 'detached' });
  });

  await step('the definition of a kind opens the catalogue, which cannot be edited', async () => {
    await toLine(lineOf('riverside.meter', 'component meter'), 41);
    await retry(async () => {
      await page.keyboard.press('F12');
      await page.locator('.tab', { hasText: 'kinds.meter' }).waitFor({ timeout: 6_000 });
    });
    await line('define component smart-meter').waitFor();
    await shot('definition');
    await page.locator('.tab', { hasText: 'riverside.meter' }).first().click();
    await line('component meter').waitFor();
  });

  await step('the outline shows the elements', async () => {
    await command('Explorer: Focus on Outline View');
    await page.locator('.outline-tree .monaco-list-row, .outline-pane .monaco-list-row', { hasText: 'riverside' }).first().waitFor();
    await shot('outline');
  });

  for (const [label, extension, sign] of [
    ['SARIF', 'sarif', '"version": "2.1.0"'],
    ['CSV', 'csv', 'design,requirement,title'],
  ]) {
    await step(`findings are exported as ${label} through the command palette`, async () => {
      await command('Meterlint: Export Findings...');
      await row('.quick-input-list', label).waitFor();
      if (extension === 'sarif') await shot('export');
      await page.keyboard.type(label);
      await page.keyboard.press('Enter');
      const name = page.locator('.quick-input-widget input').first();
      await waitUntil(page, async () => (await name.inputValue()).endsWith(`findings.${extension}`), 10_000);
      await retry(async () => {
        await page.keyboard.press('Enter');
        await waitUntil(page, () => existsSync(file(`findings.${extension}`)), 6_000);
      });
      // It appears all at once.
      assert.ok(readFileSync(file(`findings.${extension}`), 'utf8').includes(sign));
    });
  }

  await step('the status of the language says how many findings there are', async () => {
    await page.locator('.tab', { hasText: 'riverside.meter' }).first().click();
    const item = page
      .locator('.statusbar-item', { has: page.locator('[aria-label*="Editor Language Status"], .codicon-bracket, .codicon-bracket-dot') })
      .first();
    await item.hover();
    await page
      .locator('.hover-language-status', { hasText: /\d+ findings in \d+ designs/ })
      .first()
      .waitFor({ timeout: 15_000 });
    await shot('status');
  });
}

async function waitUntil(page, holds, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `not within ${milliseconds / 1000} seconds`);
    await page.waitForTimeout(100);
  }
}
