// Findings that leave the editor, and how the review stands.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

export async function steps({ page, file, row, shot, retry, command, pick, open, errors, waitUntil }, step) {
  const report = file('riverside.html');
  const readIt = async () => {
    await page
      .locator('.notifications-toasts .monaco-button', { hasText: /^Open$/ })
      .first()
      .click({ timeout: 15_000 });
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await shown.locator('h1', { hasText: 'Riverside Municipal AMI' }).waitFor({ timeout: 20_000 });
    const told = await shown.locator('.tiles').first().textContent();
    const own = /<ul class="tiles">([^]*?)<\/ul>/.exec(readFileSync(report, 'utf8'))[1];
    assert.equal(told.replace(/\s+/g, ''), own.replace(/<[^>]*>/g, '').replace(/\s+/g, ''));
    assert.equal(await shown.locator('script').count(), 0);
    const looks = await shown.locator('body').evaluate((body) => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]);
    assert.deepEqual(looks, ['rgb(22, 32, 42)', 'rgb(255, 255, 255)'], 'dark on white, whatever the theme');
    await shot('report');
    await shown.locator('nav a', { hasText: 'Decisions' }).first().click();
    const heading = shown.locator('h2', { hasText: /^Decisions$/ }).first();
    await waitUntil(async () => {
      const box = await heading.boundingBox();
      return box !== null && box.y > 0 && box.y < 400;
    }, 10_000);
    await shot('report-decisions');
    await command('View: Close Editor');
  };
  for (const [label, extension, sign, design, base, profile] of [
    ['HTML', 'html', '<!DOCTYPE html>', 'Riverside Municipal AMI', 'riverside', 'As in the editor'],
    ['SARIF', 'sarif', '"version": "2.1.0"', 'All designs', 'findings', 'As in the editor'],
    ['CSV', 'csv', 'design,requirement,title', 'Riverside Municipal AMI', 'riverside', 'x1332-core'],
  ]) {
    await step(`findings are exported as ${label} through the command palette`, async () => {
      await command('Meterlint: Export Findings...');
      await row('.quick-input-list', design).waitFor();
      await page.keyboard.type(design);
      await pick(design);
      await row('.quick-input-list', profile).waitFor();
      if (extension === 'csv') await shot('export-profile');
      await page.keyboard.type(profile);
      await pick(profile);
      await row('.quick-input-list', label).waitFor();
      if (extension === 'sarif') await shot('export');
      await page.keyboard.type(label);
      await pick(label);
      const name = page.locator('.quick-input-widget input').first();
      await waitUntil(async () => (await name.inputValue()).endsWith(`${base}.${extension}`), 10_000);
      await retry(async () => {
        await page.keyboard.press('Enter');
        await waitUntil(() => existsSync(file(`${base}.${extension}`)), 6_000);
      });
      // It appears all at once.
      assert.ok(readFileSync(file(`${base}.${extension}`), 'utf8').includes(sign));
    });
    if (extension === 'html')
      await step('the report opens in a tab as paper, fetches nothing, and its contents lead to the chapters', readIt);
  }

  await step('a task reviews the folder, and its output leads to the places without doubling them', async () => {
    await open('riverside.meter');
    // The count holds still once the review has ended.
    let before = await errors();
    await waitUntil(async () => {
      const last = before;
      await page.waitForTimeout(1_500);
      before = await errors();
      return before === last;
    }, 30_000);
    await command('Tasks: Run Task');
    await row('.quick-input-list', 'meterlint').waitFor({ timeout: 10_000 });
    await page.keyboard.type('meterlint');
    await pick('meterlint');
    await row('.quick-input-list', 'Meterlint: check').waitFor({ timeout: 10_000 });
    await page.keyboard.type('Meterlint: check');
    await pick('Meterlint: check');
    const terminal = page.locator('.terminal-tab, .terminal-wrapper.active').first();
    await terminal.waitFor({ timeout: 20_000 });
    await shot('task');
    await waitUntil(async () => (await errors()) === before, 20_000);
    await command('View: Toggle Panel Visibility');
  });

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
