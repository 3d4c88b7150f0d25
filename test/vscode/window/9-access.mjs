// What our pages with scripts show can be used without a mouse and without telling colours apart: axe finds nothing serious in any of four themes.
// Pages of the catalogue run no script, axe's neither.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function steps({ page, shot, command, open, theme }, step) {
  const outer = page.frameLocator('iframe.webview.ready');
  const shown = outer.frameLocator('#active-frame');

  /** What axe objects to in the page in front, as far as it is serious. */
  const objections = async () => {
    const frame = await (await outer.locator('#active-frame').elementHandle()).contentFrame();
    await frame.evaluate(axe);
    const found = await frame.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'], iframes: false }));
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, impact, nodes }) => nodes.map(({ target, any }) => `${impact} ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`));
  };

  const views = {
    diagram: async () => {
      await command('Meterlint: Show Diagram');
      await shown.locator('[data-id="component:meter"]').waitFor({ timeout: 30_000 });
      await shown.locator('#walks option[value="work"]').waitFor({ state: 'attached', timeout: 30_000 });
      await shown.locator('#walks').selectOption('work');
      await shown.locator('.is-told').first().waitFor({ timeout: 15_000 });
      await shown.locator('#search').fill('meter');
      await shown.locator('#hits [role="option"]').first().waitFor({ timeout: 10_000 });
    },
    matrix: async () => {
      await command('Meterlint: Show Matrix');
      await shown.locator('[role="gridcell"]').first().waitFor({ timeout: 30_000 });
    },
    standards: async () => {
      await command('Meterlint: Show Standards');
      await shown.locator('[role="gridcell"]').first().waitFor({ timeout: 30_000 });
    },
  };

  await step('the riverside design is alone in the window', async () => {
    await command('View: Close All Editors');
    await open('riverside.meter');
    await page.setViewportSize({ width: 1600, height: 1000 });
  });

  for (const [name, show] of Object.entries(views)) {
    for (const [look, file] of [
      ['Light Modern', 'light'],
      ['Dark Modern', 'dark'],
      ['Light High Contrast', 'contrast-light'],
      ['Dark High Contrast', 'contrast'],
    ]) {
      await step(`axe finds nothing serious in the ${name} with the theme ${look}`, async () => {
        await command('View: Close All Editors');
        await theme(look);
        await open('riverside.meter');
        await show();
        await page.mouse.move(0, 0);
        await page.waitForTimeout(500);
        await shot(`access-${name}-${file}`);
        assert.deepEqual(await objections(), []);
      });
    }
  }

  await step('the window is as it was', async () => {
    await command('View: Close All Editors');
    await theme('Dark Modern');
    await page.setViewportSize({ width: 1280, height: 800 });
    await open('riverside.meter');
  });
}
