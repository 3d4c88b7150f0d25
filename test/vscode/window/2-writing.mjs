// Writing a design.

export async function steps({ page, row, shot, retry, command, toLine, placeOf }, step) {
  await step('a hover tells how an element stands', async () => {
    await toLine(placeOf('riverside.meter', 'link plc').line, 6);
    await retry(async () => {
      await command('Show or Focus Hover');
      await page.locator('.monaco-hover', { hasText: 'plc' }).first().waitFor({ timeout: 6_000 });
    });
    await shot('hover');
    await page.keyboard.press('Escape');
  });

  await step('completion offers the kinds of the catalogue', async () => {
    await toLine(placeOf('riverside.meter', 'link plc').line, 1);
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
}
