// The work list in the activity bar: what is listed is what the review says, and each row leads on.
import assert from 'node:assert/strict';
import { reviewedCounts } from '../support.mjs';

export async function steps(
  { page, file, shot, retry, open, toText, typeAbove, revert, waitUntil, theme, placeOf, command, row, input },
  step,
) {
  const pane = page.locator('.pane', { has: page.locator('.pane-header[aria-label*="Work List"]') });
  const rows = pane.locator('.monaco-list-row');
  const message = pane.locator('.message');
  const listed = (text) => rows.filter({ hasText: text }).first();
  const cursorAt = async (name, text) => {
    const { line } = placeOf(name, text);
    await page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line},` }).waitFor({ timeout: 4_000 });
  };
  const counts = reviewedCounts(file('.'));

  await step('the work list opens from the activity bar and counts what the review counts', async () => {
    await open('riverside.meter');
    // Its badge may lie on it.
    await page.locator('.activitybar .action-label[aria-label*="Meterlint"]').click({ force: true });
    await rows.first().waitFor({ timeout: 30_000 });
    await waitUntil(async () => (await message.textContent()).startsWith(`${counts.findings} findings in`), 20_000);
    const badge = page.locator('.activitybar .action-item', { has: page.locator('[aria-label*="Meterlint"]') }).locator('.badge-content');
    await waitUntil(async () => (await badge.first().textContent()) === `${counts.findings}`, 10_000);
    await page.mouse.move(700, 400);
    await shot('work-list');
  });

  await step('a row names its severity in words, to eyes and to screen readers', async () => {
    assert.match(await rows.first().getAttribute('aria-label'), new RegExp(`^Critical, ${counts.critical} findings`));
    assert.match(await rows.nth(1).getAttribute('aria-label'), /^critical, /);
    assert.match(await rows.nth(1).textContent(), /critical/);
  });

  await step('by keyboard a requirement opens, and its finding leads to the text', async () => {
    await listed('Every metering message is protected').click();
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(300);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: '.meter' }).waitFor();
    await page.waitForTimeout(500);
    await shot('work-list-open');
  });

  await step('what is open stays open under an edit', async () => {
    const before = await rows.count();
    await open('riverside.meter');
    await typeAbove('riverside.meter', 'component dcu', '// nothing changes');
    await page.waitForTimeout(2_500);
    assert.equal(await rows.count(), before);
    await revert();
  });

  await step('the menu of a finding closes it', async () => {
    // One that no step before has repaired.
    const finding = listed('Firmware is signed');
    // Right after an edit a row still knows the line before it.
    await retry(async () => {
      await finding.click();
      await cursorAt('riverside.meter', 'component meter');
    });
    await finding.click({ button: 'right' });
    await page.locator('.monaco-menu .action-label', { hasText: 'Copy as Markdown' }).waitFor();
    // It fades in.
    await page.waitForTimeout(500);
    await shot('work-list-menu');
    await page.keyboard.press('Escape');
    await retry(async () => {
      await finding.hover();
      await finding.locator('.actions .action-label[aria-label*="Fix"]').click({ timeout: 4_000 });
      await row('.quick-input-list', /Add .*signature/).waitFor({ timeout: 4_000 });
    });
    await shot('work-list-fix');
    await page.keyboard.press('Escape');
  });

  for (const [by, first] of [
    ['Element', 'meter · Residential meter'],
    ['Standard', 'NISTIR 7628'],
    ['Party', 'Run by'],
    ['Severity', 'Critical'],
  ]) {
    await step(`the work list is grouped by ${by.toLowerCase()}`, async () => {
      await command('Meterlint: Group Work List By...');
      await retry(async () => {
        await input().fill(by, { timeout: 4_000 });
        await row('.quick-input-list', by).click({ timeout: 4_000 });
      });
      await listed(first).waitFor({ timeout: 10_000 });
      await page.waitForTimeout(500);
      await shot(`work-list-${by.toLowerCase()}`);
    });
  }

  await step('a filter is kept and says what it hides', async () => {
    await command('Meterlint: Filter Work List...');
    await row('.quick-input-list', 'critical').waitFor({ timeout: 10_000 });
    await shot('work-list-filter');
    await row('.quick-input-list', 'critical').click();
    await page.keyboard.press('Enter');
    await waitUntil(
      async () => (await message.textContent()).includes(`The filter hides ${counts.findings - counts.critical} findings`),
      10_000,
    );
    await shot('work-list-filtered');
    await command('Meterlint: Show All of the Work List');
    await waitUntil(async () => !(await message.textContent()).includes('hides'), 10_000);
  });

  for (const [name, shown] of [
    ['Light Modern', 'work-list-light'],
    ['Dark High Contrast', 'work-list-contrast'],
    ['Light High Contrast', 'work-list-contrast-light'],
    ['Dark Modern', 'work-list-dark'],
  ]) {
    await step(`the work list has the colours of the theme ${name}`, async () => {
      await theme(name);
      await shot(shown);
    });
  }

  await step('the explorer comes back', async () => {
    await toText('riverside.meter', 'component dcu');
    await page.keyboard.press('Control+Shift+e');
  });
}
