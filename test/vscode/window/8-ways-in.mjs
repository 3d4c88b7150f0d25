// The ways in, in the activity bar: what is listed is what the command line computes, each row leads on, and the smallest set is written.
import assert from 'node:assert/strict';
import { reachedIn } from '../support.mjs';

export async function steps({ page, file, shot, retry, open, revert, waitUntil, theme, placeOf, command }, step) {
  const pane = page.locator('.pane', { has: page.locator('.pane-header[aria-label*="Ways In"]') });
  const rows = pane.locator('.monaco-list-row');
  const listed = (text) => rows.filter({ hasText: text }).first();
  const computed = reachedIn(file('.')).find(({ design }) => design === 'riverside');
  const harm = computed.harms.find((one) => one.harm === 'load-control-abuse');
  const numberOf = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  const words = { switching: 'homes switched', falsifying: 'metering points falsified', reading: 'homes read' };
  const told = computed.harms.map((one) => ({ ...one, hold: words[one.counts] }));
  const figure = numberOf(harm.worst.high);
  const neighbours = ['Work List', 'Decisions'];
  const toggle = (name, isOpen) =>
    retry(async () => {
      const header = page.locator(`.pane-header[aria-label*="${name}"]`);
      if ((await header.getAttribute('aria-expanded', { timeout: 4_000 })) !== `${isOpen}`) await header.click({ timeout: 4_000 });
      await waitUntil(async () => (await header.getAttribute('aria-expanded')) === `${isOpen}`, 6_000);
    });
  const sentence = `${figure} homes switched by one attacker, from ${harm.worst.from.element}; ${harm.ways.length} ways in all`;
  /** Opens a row, unless it is open; its rows are below it then. */
  const unfold = (text) =>
    retry(async () => {
      const row = listed(text);
      await row.scrollIntoViewIfNeeded({ timeout: 4_000 });
      if ((await row.getAttribute('aria-expanded', { timeout: 4_000 })) === 'true') return;
      await row.locator('.monaco-tl-twistie').click({ timeout: 4_000 });
      await waitUntil(async () => (await row.getAttribute('aria-expanded')) === 'true', 6_000);
    });

  await step('the ways in say of each harm what the command line computes', async () => {
    await open('riverside.meter');
    await command('Meterlint: Focus on Ways In View');
    await listed('Riverside').waitFor({ timeout: 60_000 });
    // Its neighbours leave little room.
    for (const name of neighbours) await toggle(name, false);
    await unfold('Riverside');
    const row = listed('abused load control');
    await row.waitFor({ timeout: 20_000 });
    for (const { hold, ways, worst } of told) {
      await listed(`${numberOf(worst.high)} ${hold}`).waitFor({ timeout: 10_000 });
      await listed(`from ${worst.from.element}, ${ways.length} ways in all`).waitFor({ timeout: 10_000 });
    }
    assert.ok((await row.getAttribute('aria-label')).includes(sentence), await row.getAttribute('aria-label'));
    await page.mouse.move(700, 400);
    await shot('ways-in');
  });

  await step('the smallest set stands there, each measure with its ways', async () => {
    await unfold('abused load control');
    for (const { element, measure } of harm.cut) {
      const row = listed(`${measure} on ${element}`);
      await row.scrollIntoViewIfNeeded({ timeout: 10_000 });
      assert.match(await row.textContent(), new RegExp(`on \\d+ of ${harm.ways.length} ways`));
    }
    await shot('ways-in-cut');
  });

  await step('a way leads step by step to the text', async () => {
    await unfold('Ways, the cheapest first');
    const [first] = harm.ways;
    const act = first.steps.at(-1);
    const row = rows.filter({ hasText: 'Supply or load is switched by an order' }).first();
    await row.scrollIntoViewIfNeeded({ timeout: 10_000 });
    await retry(async () => {
      await row.click({ timeout: 4_000 });
      const { line: at } = placeOf('riverside.meter', `flow ${act.element} `);
      await page.locator('[id="status.editor.selection"]', { hasText: `Ln ${at},` }).waitFor({ timeout: 4_000 });
    });
    await shot('ways-in-step');
  });

  await step('a way is played in the diagram beside the text, and the keys go on from there', async () => {
    const diagram = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const [first] = harm.ways;
    const row = rows.filter({ hasText: /^1\. / }).first();
    const place = () => diagram.locator('#walk-at').textContent();
    await retry(async () => {
      if (await diagram.locator('#walk').isVisible()) return;
      await row.scrollIntoViewIfNeeded({ timeout: 4_000 });
      await row.hover();
      await row.locator('.actions .action-label[aria-label*="Play in Diagram"]').click({ timeout: 4_000 });
      await diagram.locator('#walk').waitFor({ timeout: 30_000 });
    });
    await waitUntil(async () => (await place()) === `1 of ${first.steps.length}`, 20_000);
    await diagram.locator('.is-told').first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('ArrowRight');
    await waitUntil(async () => (await place()) === `2 of ${first.steps.length}`, 10_000);
    await page.mouse.move(700, 400);
    await page.waitForTimeout(500);
    await shot('ways-in-played');
    await page.keyboard.press('Escape');
    await diagram.locator('#walk').waitFor({ state: 'hidden', timeout: 10_000 });
    await page.locator('.tab', { hasText: 'Diagram: Riverside' }).click();
    await command('View: Close Editor');
    await page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  });

  await step('the smallest set is shown before it is written', async () => {
    const shown = page.locator('.bulk-edit-panel .monaco-list-row').first();
    await retry(async () => {
      // A second preview would ask about the first.
      if (await shown.isVisible()) return;
      const row = listed('Smallest set of measures');
      await row.scrollIntoViewIfNeeded({ timeout: 4_000 });
      await row.hover();
      await row.locator('.actions .action-label[aria-label*="Write the Smallest Cut"]').click({ timeout: 4_000 });
      await shown.waitFor({ timeout: 20_000 });
    });
    await page.waitForTimeout(800);
    await shot('ways-in-preview');
  });

  for (const [name, shown] of [
    ['Light Modern', 'ways-in-light'],
    ['Dark High Contrast', 'ways-in-contrast'],
    ['Dark Modern', 'ways-in-dark'],
  ]) {
    await step(`the ways in have the colours of the theme ${name}`, async () => {
      await theme(name);
      await shot(shown);
    });
  }

  await step('written and reviewed, no way is left that it ends', async () => {
    const preview = page.locator('.bulk-edit-panel');
    // What stands before the name of the file takes all that is written into it.
    await preview.locator('.monaco-list-row', { hasText: 'riverside.meter' }).locator('.edit-checkbox').first().click({ timeout: 10_000 });
    await preview.locator('.monaco-button', { hasText: 'Apply' }).first().click({ timeout: 10_000 });
    await preview.waitFor({ state: 'hidden', timeout: 10_000 });
    await waitUntil(async () => {
      const label = await listed('abused load control').getAttribute('aria-label');
      return label.includes('no way is known that leads to more than one home');
    }, 30_000);
    await shot('ways-in-written');
    await open('riverside.meter');
    await revert();
    await waitUntil(async () => (await listed('abused load control').getAttribute('aria-label')).includes(sentence), 30_000);
    for (const name of neighbours) await toggle(name, true);
  });

  await step('the explorer comes back after the ways in', async () => {
    await command('View: Show Explorer');
  });
}
