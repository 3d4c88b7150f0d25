// Pages of what is defined: the code of a finding opens its page as a tab, and nothing is fetched for it.
import assert from 'node:assert/strict';

export async function steps({ page, shot, command, open, toText, retry, waitUntil, theme }, step) {
  const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const head = shown.locator('h1');
  const tab = (title) => page.locator('.tab', { hasText: title });
  const titled = (text) => waitUntil(async () => (await head.textContent()).startsWith(text), 20_000);

  await step('the code of a finding, in its hover, opens the page of the requirement', async () => {
    await open('riverside.meter');
    await retry(async () => {
      await toText('riverside.meter', 'link plc', 6);
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      await page
        .locator('.monaco-hover a', { hasText: /^comm-integrity$/ })
        .first()
        .click({ timeout: 6_000 });
      await tab('comm-integrity').first().waitFor({ timeout: 6_000 });
    });
    await titled('comm-integrity: Every metering message is protected against change');
    assert.match(await shown.locator('body').textContent(), /plc in riverside: missing, critical/);
    const policy = await shown.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.equal(policy, "default-src 'none'; style-src 'unsafe-inline'");
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    await shot('page');
  });

  await step('a name on a page leads to its page, and the one before stays', async () => {
    await shown.locator('a', { hasText: 'data-tampering' }).first().click();
    await titled('data-tampering:');
    await shot('page-threat');
    await command('View: Close Editor');
    await titled('comm-integrity:');
  });

  for (const [name, file] of [
    ['Light Modern', 'page-light'],
    ['Dark High Contrast', 'page-contrast'],
    ['Light High Contrast', 'page-contrast-light'],
    ['Dark Modern', 'page-dark'],
  ]) {
    await step(`the page has the colours of the theme ${name}`, async () => {
      await theme(name);
      await shot(file);
    });
  }

  await step('the code of a problem opens its page from the list of problems, too', async () => {
    await command('View: Close All Editors');
    await open('riverside.meter');
    await command('Problems: Focus on Problems View');
    // A chapter before this one may have left its filter.
    const clear = page.locator('.markers-panel').getByText('Clear Filters', { exact: true });
    if (await clear.isVisible()) await clear.click();
    const code = page.locator('.markers-panel .marker-code a, .markers-panel a.marker-code, .markers-panel .details-container a').first();
    await code.waitFor({ timeout: 15_000 });
    const name = (await code.textContent()).trim().replace(/^\(|\)$/g, '');
    await code.click({ modifiers: ['Control'] });
    await titled(`${name}:`);
    await shot('page-problem');
    await command('View: Close All Editors');
    await command('View: Toggle Panel Visibility');
    await open('riverside.meter');
  });
}
