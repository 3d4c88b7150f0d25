// What we show can be used without a mouse and without telling colours apart: axe finds nothing serious in any of four themes, and whatever can
// be pressed has a name that holds what is seen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function steps({ page, shot, input, command, open, theme }, step) {
  const outer = page.frameLocator('iframe.webview.ready');
  const shown = outer.frameLocator('#active-frame');

  const frameInFront = async () => (await outer.locator('#active-frame').elementHandle()).contentFrame();

  /** What axe objects to, as far as it is serious. */
  const objections = async (frame) => {
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

  const looks = [
    ['Light Modern', 'light'],
    ['Dark Modern', 'dark'],
    ['Light High Contrast', 'contrast-light'],
    ['Dark High Contrast', 'contrast'],
  ];
  for (const [name, show] of Object.entries(views)) {
    for (const [look, file] of looks) {
      await step(`axe finds nothing serious in the ${name} with the theme ${look}`, async () => {
        await command('View: Close All Editors');
        await theme(look);
        await open('riverside.meter');
        await show();
        await page.mouse.move(0, 0);
        await page.waitForTimeout(500);
        await shot(`access-${name}-${file}`);
        assert.deepEqual(await objections(await frameInFront()), []);
      });
    }
  }

  // A page of the catalogue runs no script, axe's neither: what it holds is looked at where one may run.
  for (const [look] of looks) {
    await step(`axe finds nothing serious in a page of the catalogue with the theme ${look}`, async () => {
      await command('View: Close All Editors');
      await theme(look);
      await open('riverside.meter');
      await command('Meterlint: Show Page of...');
      await input().fill('comm-integrity', { timeout: 6_000 });
      await page.keyboard.press('Enter');
      await shown.locator('h1', { hasText: 'comm-integrity' }).waitFor({ timeout: 20_000 });
      const html = await shown.locator('html').evaluate((root) => root.outerHTML);
      assert.match(html, /--vscode-editor-foreground/);
      const copy = await page.context().newPage();
      try {
        await copy.setContent(
          html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace(/<script[\s\S]*?<\/script>/g, ''),
        );
        await copy.locator('h1', { hasText: 'comm-integrity' }).waitFor({ timeout: 10_000 });
        // Beneath a page lies the ground of the editor.
        await copy.addStyleTag({ content: 'html { background: var(--vscode-editor-background); }' });
        assert.deepEqual(await objections(copy), []);
      } finally {
        await copy.close();
      }
    });
  }

  for (const view of ['Work List', 'Decisions', 'Ways In']) {
    await step(`each row and button of the view ${view} has a role, and a name that holds what is seen`, async () => {
      await command(`Meterlint: Focus on ${view} View`);
      const pane = page.locator('.pane', { has: page.locator(`.pane-header[aria-label*="${view}"]`) });
      await pane.locator('.monaco-list-row').first().waitFor({ timeout: 60_000 });
      const rows = await pane.locator('.monaco-list-row').evaluateAll((all) =>
        all.map((row) => ({
          role: row.getAttribute('role'),
          level: row.getAttribute('aria-level'),
          name: row.getAttribute('aria-label') ?? '',
          seen: row.querySelector('.label-name')?.textContent ?? '',
          buttons: [...row.querySelectorAll('.actions .action-label')].map(
            (one) => `${one.getAttribute('role')} ${one.getAttribute('aria-label')}`,
          ),
        })),
      );
      const plain = (text) =>
        text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
      for (const { role, level, name, seen, buttons } of rows) {
        assert.equal(role, 'treeitem');
        assert.ok(Number(level) >= 1, `'${name}' stands on a level`);
        assert.notEqual(seen, '');
        // In another order where it is read out: how grave it is comes first.
        // How many more there are is cut from what is seen: the name tells all of them.
        const words = seen.replaceAll(/ \+\d+(?= ·|$)/g, '');
        // Elements follow each other with commas where they are seen, the last with 'and' where it is read out.
        for (const part of words.split(/ · |, /)) assert.ok(plain(name).includes(plain(part)), `'${name}' holds '${part}'`);
        for (const button of buttons) assert.match(button, /^button \S/);
      }
    });
  }

  await step('the window is as it was', async () => {
    await command('View: Close All Editors');
    await theme('Dark Modern');
    await command('View: Show Explorer');
    await page.setViewportSize({ width: 1280, height: 800 });
    await open('riverside.meter');
  });
}
