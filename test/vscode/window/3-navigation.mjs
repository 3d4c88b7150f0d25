// Ways through a design.

export async function steps({ page, line, shot, retry, command, toLine, placeOf }, step) {
  await step('the definition of a kind opens the catalogue, which cannot be edited', async () => {
    await toLine(placeOf('riverside.meter', 'component meter').line, 41);
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
}
