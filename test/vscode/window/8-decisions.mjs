// Decisions in the activity bar: what was decided stands there, ends on a day, and is renewed and revoked from its row.
import assert from 'node:assert/strict';

export async function steps({ page, shot, retry, open, revert, waitUntil, theme, input, row, line, command }, step) {
  const pane = (name) => page.locator('.pane', { has: page.locator(`.pane-header[aria-label*="${name}"]`) });
  const rows = pane('Decisions').locator('.monaco-list-row');
  const decided = (text) => rows.filter({ hasText: text }).first();
  const act = (text, action) =>
    retry(async () => {
      await decided(text).hover();
      await decided(text).locator(`.actions .action-label[aria-label*="${action}"]`).click({ timeout: 4_000 });
    });

  await step('decisions stand below the work list, with owner and days left', async () => {
    await open('riverside.meter');
    await command('View: Show Meterlint');
    await decided('Planned').waitFor({ timeout: 30_000 });
    const accepted = decided('CISO');
    await accepted.waitFor({ timeout: 10_000 });
    assert.match(await accepted.getAttribute('aria-label'), /^Accepted, comm-link-layer on plc, \d+ days left · CISO, Radio/);
    await accepted.click();
    await page.waitForTimeout(500);
    await shot('decisions');
  });

  await step('a decision is renewed where it stands', async () => {
    await retry(async () => {
      await act('CISO', 'Renew');
      await input().fill('2031-01-31', { timeout: 4_000 });
    });
    await page.keyboard.press('Enter');
    await line('until 2031-01-31').waitFor({ timeout: 10_000 });
    await shot('decisions-renewed');
    await revert();
  });

  await step('a decision is revoked, and its finding comes back', async () => {
    // While its row is drawn again after an edit a click may be lost.
    await retry(async () => {
      if ((await decided('CISO').count()) > 0) await act('CISO', 'Revoke');
      await waitUntil(async () => (await decided('CISO').count()) === 0, 8_000);
    });
    await line('exclude').waitFor({ timeout: 10_000 });
    assert.equal(await line('accept').count(), 0);
    await revert();
    await decided('CISO').waitFor({ timeout: 20_000 });
  });

  await step('a finding of the work list is accepted by a form, and found again among the decisions', async () => {
    const finding = pane('Work List').locator('.monaco-list-row').filter({ hasText: 'Systems and tools keep' }).first();
    await retry(async () => {
      await finding.hover();
      await finding.locator('.actions .action-label[aria-label*="Decide"]').click({ timeout: 4_000 });
      await row('.quick-input-list', 'Accept the risk').waitFor({ timeout: 4_000 });
    });
    await shot('decide');
    await row('.quick-input-list', 'Accept the risk').click();
    for (const answer of ['the store is replaced', 'Head of metering', '2031-02-28']) {
      await input().fill(answer, { timeout: 4_000 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
    }
    // The severity stands as a hint behind the requirement once the review is done.
    await line('on kms until 2031-02-28').waitFor({ timeout: 10_000 });
    await decided('Head of metering').waitFor({ timeout: 20_000 });
    await shot('decided');
    await revert();
  });

  for (const [name, shown] of [
    ['Light Modern', 'decisions-light'],
    ['Dark High Contrast', 'decisions-contrast'],
    ['Light High Contrast', 'decisions-contrast-light'],
    ['Dark Modern', 'decisions-dark'],
  ]) {
    await step(`decisions have the colours of the theme ${name}`, async () => {
      await theme(name);
      await shot(shown);
    });
  }

  await step('the explorer comes back after the decisions', async () => {
    await command('View: Show Explorer');
  });
}
