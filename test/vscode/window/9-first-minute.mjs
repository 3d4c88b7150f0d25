// The first minute: a status that counts, a walkthrough, an example; and what opens a view leaves it open.
import assert from 'node:assert/strict';
import { reviewedCounts } from '../support.mjs';

export async function steps({ page, file, row, line, shot, retry, command, open, waitUntil }, step) {
  const status = page.locator('[id="meterlint.meterlint.meterlint.standing"], .statusbar-item[id*="standing"]').first();

  await step('the status bar counts what the review counts, and leads to the work list', async () => {
    await open('riverside.meter');
    const counts = reviewedCounts(file('.'));
    await waitUntil(async () => /■ \d+ ▲ \d+ ◆ \d+ · riverside · x1332/.test(await status.textContent()), 20_000);
    const [, critical] = /■ (\d+)/.exec(await status.textContent());
    assert.equal(Number(critical), counts.critical);
    await status.click();
    await page.locator('.pane-header[aria-label*="Work List"]').waitFor({ timeout: 10_000 });
    await shot('standing');
  });

  await step('Review Workspace leaves the Problems view open where it has the focus', async () => {
    const problems = page.locator('.markers-panel');
    for (const time of ['first', 'second']) {
      await command('Meterlint: Review Workspace');
      await problems.first().waitFor({ timeout: 20_000 });
      await page.waitForTimeout(1_500);
      assert.ok(await problems.first().isVisible(), time);
    }
    await command('View: Toggle Panel Visibility');
  });

  await step('another profile is tried and taken back', async () => {
    const choose = (text) =>
      retry(async () => {
        await command('Meterlint: Review Against a Profile...');
        await row('.quick-input-list', text).click({ timeout: 6_000 });
      });
    await open('riverside.meter');
    await choose('germany');
    await waitUntil(async () => (await status.textContent()).endsWith('· germany'), 20_000);
    await shot('profile');
    await choose("The designs' own");
    await waitUntil(async () => (await status.textContent()).endsWith('· x1332'), 20_000);
  });

  await step('the walkthrough leads from a draft to a report', async () => {
    await command('Welcome: Open Walkthrough...');
    await retry(async () => {
      await page.locator('.quick-input-widget input').first().fill('metering', { timeout: 4_000 });
      await row('.quick-input-list', 'Review the security of a metering design').click({ timeout: 4_000 });
    });
    await page.locator('.getting-started-step', { hasText: 'Fix the worst' }).first().waitFor({ timeout: 10_000 });
    await page.waitForTimeout(800);
    await shot('walkthrough');
    await command('View: Close Editor');
  });

  await step('a draft is made for a topology, a country and a name', async () => {
    await command('Meterlint: New Design...');
    const title = () => page.locator('.quick-input-title').first().textContent();
    const input = page.locator('.quick-input-widget input').first();
    for (const [question, words] of [
      ['Topology', 'LoRaWAN'],
      ['Country', 'Germany'],
      ['Name', 'Old town'],
    ]) {
      // What stands between takes its usual answer.
      await waitUntil(async () => {
        const now = await title();
        if (now.includes(`New design: ${question}`)) return true;
        if (now.includes('New design:')) await page.keyboard.press('Enter');
        return false;
      }, 30_000);
      await input.fill(words);
      await page.waitForTimeout(400);
      if (question === 'Name') await shot('new-design-name');
      await page.keyboard.press('Enter');
    }
    await line('design Old-town "Old town"').waitFor({ timeout: 20_000 });
    await line('profile germany').waitFor({ timeout: 20_000 });
    await shot('new-design');
    await command('View: Revert and Close Editor');
  });

  await step('the example is a copy of its own, reviewed at once', async () => {
    await command('Meterlint: Open Example');
    // Its folder stands beside its name where the workspace's own file of that name is open, too.
    await page.locator('.tab.active', { hasText: /riverside\.meter.*example/ }).waitFor({ timeout: 20_000 });
    await line('design riverside').waitFor({ timeout: 20_000 });
    await page.locator('.monaco-editor .squiggly-error').first().waitFor({ timeout: 20_000 });
    await shot('example');
    await command('View: Close Editor');
    await command('View: Show Explorer');
  });
}
