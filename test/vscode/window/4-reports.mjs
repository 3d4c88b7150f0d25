// Findings that leave the editor, and how the review stands.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

export async function steps({ page, file, row, shot, retry, command, pick, open, errors, waitUntil }, step) {
  for (const [label, extension, sign, design, base, profile] of [
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
