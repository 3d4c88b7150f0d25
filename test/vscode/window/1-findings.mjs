// Findings: seen, understood, repaired and saved.
import assert from 'node:assert/strict';

export async function steps({ page, textOf, line, row, shot, retry, command, toLine, waitUntil, errors, placeOf }, step) {
  await step('the problems view lists them with requirement and message', async () => {
    await command('Problems: Focus on Problems View');
    // The list draws only the rows in view.
    await row('.markers-panel', /missing on|too weak/).waitFor();
    await shot('problems');
    await command('View: Toggle Panel Visibility');
    await page.locator('.markers-panel').first().waitFor({ state: 'hidden' });
  });

  await step('the quick-fix menu names mechanism and standard', async () => {
    await toLine(placeOf('riverside.meter', 'component kms').line, 12);
    await retry(async () => {
      await page.keyboard.press('Control+.');
      await row('.action-widget', 'Add ').waitFor({ timeout: 6_000 });
    });
    await row('.action-widget', 'Hardware security module').waitFor();
    await shot('quick-fix');
  });

  let before = textOf('riverside.meter');
  await step('a fix from the menu writes the control, and its finding goes', async () => {
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: /^Add hardware key storage with / }).first();
    await fix.scrollIntoViewIfNeeded();
    const title = (await fix.textContent()) ?? '';
    const errorsBefore = await errors();
    await fix.click({ force: true });
    assert.match(title, /Add hardware key storage with .+FIPS 140-3/);
    await line(/component\skms[^]*hsm-fips-140-3/).waitFor({ timeout: 10_000 });
    await waitUntil(async () => (await errors()) < errorsBefore, 20_000);
    await shot('quick-fix-applied');
  });

  await step('the file is saved with the fix in it', async () => {
    await retry(async () => {
      await page.keyboard.press('Control+s');
      await waitUntil(() => textOf('riverside.meter') !== before, 4_000);
    });
    assert.match(textOf('riverside.meter'), /^component kms .*hsm-fips-140-3.*$/m);
    before = textOf('riverside.meter');
  });
}
