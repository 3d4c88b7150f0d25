// The diagram beside the text: both follow each other.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { shotsFolder } from '../support.mjs';

export async function steps({ page, file, input, shot, command, toText, typeAbove, placeOf, open, revert, waitUntil, theme }, step) {
  const diagram = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const drawn = (id) => diagram.locator(`[data-id="${id}"]`);
  const size = () => diagram.locator('#zoom').textContent();

  await step('the button in the title of a design opens its diagram beside it', async () => {
    await open('riverside.meter');
    await page.setViewportSize({ width: 1600, height: 1000 });
    await page.locator('.editor-actions [aria-label*="Show Diagram"]').first().click();
    await drawn('component:meter').waitFor({ timeout: 30_000 });
    await page.locator('.tab', { hasText: 'Diagram: Riverside' }).waitFor();
    const policy = await diagram.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /^default-src 'none'; style-src [^;]+; script-src 'nonce-[^']+'$/);
    assert.doesNotMatch(policy, /unsafe/);
    await page.waitForTimeout(500);
    await shot('diagram');
  });

  await step('a click in the diagram leads to the text', async () => {
    await drawn('component:kms').click();
    const { line, column } = placeOf('riverside.meter', 'component kms');
    const position = page.locator('[id="status.editor.selection"]');
    await waitUntil(async () => (await position.textContent()).includes(`Ln ${line}, Col ${column + 'component kms'.length}`), 10_000);
    await page.locator('.tab.active', { hasText: 'riverside.meter' }).waitFor();
  });

  await step('what the cursor is in is marked in the diagram', async () => {
    await toText('riverside.meter', 'component hes');
    await diagram.locator('[data-id="component:hes"].is-marked').waitFor({ timeout: 10_000 });
    assert.equal(await diagram.locator('.is-marked').count(), 1);
    // This one stands in the documentation.
    await toText('riverside.meter', 'component dcu');
    await diagram.locator('[data-id="component:dcu"].is-marked').waitFor({ timeout: 10_000 });
    await page.waitForTimeout(300);
    await shot('diagram-marked');
    await toText('riverside.meter', 'link plc');
    await diagram.locator('[data-id="link:plc"].is-marked').waitFor({ timeout: 10_000 });
    await shot('diagram-link');
  });

  await step('keys change the size, and an edit changes the diagram and not its size', async () => {
    await diagram.locator('#sheet').focus();
    await page.keyboard.press('0');
    const fitting = await size();
    await page.keyboard.press('-');
    await waitUntil(async () => (await size()) !== fitting, 5_000);
    const before = await size();
    await page.locator('.tab', { hasText: 'riverside.meter' }).first().click();
    await typeAbove('riverside.meter', 'component dcu', 'component spare is relay in street');
    await drawn('component:spare').waitFor({ timeout: 20_000 });
    assert.equal(await size(), before);
    await revert();
    await drawn('component:spare').waitFor({ state: 'detached', timeout: 20_000 });
  });

  await step('by keyboard alone one goes from element to text', async () => {
    await drawn('component:mdms').focus();
    await page.keyboard.press('Enter');
    const { line } = placeOf('riverside.meter', 'component mdms');
    const position = page.locator('[id="status.editor.selection"]');
    await waitUntil(async () => (await position.textContent()).includes(`Ln ${line},`), 10_000);
  });

  await step('the diagram shows where a requirement applies, and flows', async () => {
    const label = await diagram.locator('#show option', { hasText: 'Every metering message is protected' }).first().getAttribute('value');
    await diagram.locator('#show').selectOption(label);
    await diagram.locator('.ml-aside').first().waitFor({ timeout: 15_000 });
    await page.waitForTimeout(500);
    await shot('diagram-requirement');
    await diagram.locator('#show').selectOption('');
    await diagram.locator('.ml-aside').first().waitFor({ state: 'detached', timeout: 15_000 });
    await diagram.locator('#flows').check();
    await diagram.locator('[data-id^="flow:"] .ml-flow').first().waitFor({ timeout: 15_000 });
    await page.waitForTimeout(500);
    await shot('diagram-flows');
  });

  await step('a zone closes and opens by its sign, by mouse and by keys', async () => {
    const sign = (id) => diagram.locator(`[data-fold="${id}"]`);
    await sign('zone:office').click();
    await drawn('component:kms').waitFor({ state: 'detached', timeout: 15_000 });
    assert.match(await sign('zone:office').getAttribute('aria-label'), /^Open: /);
    await page.waitForTimeout(300);
    await shot('diagram-closed');
    await diagram.locator('#unfold').waitFor({ timeout: 5_000 });
    await waitUntil(async () => await sign('zone:office').evaluate((one) => one === one.ownerDocument.activeElement), 5_000);
    await page.keyboard.press('Enter');
    await drawn('component:kms').waitFor({ timeout: 15_000 });
  });

  await step('what is searched for is marked, and taken out of a closed zone', async () => {
    await diagram.locator('[data-fold="zone:office"]').click();
    await drawn('component:kms').waitFor({ state: 'detached', timeout: 15_000 });
    await diagram.locator('#search').fill('kms');
    await diagram.locator('#hits [role="option"]').first().waitFor({ timeout: 5_000 });
    await shot('diagram-search');
    // What takes the keys out of the page, as text that follows a walk may, does not take away what was found.
    await command('View: Focus First Editor Group');
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor({ timeout: 5_000 });
    assert.equal(await diagram.locator('#hits [role="option"]').count(), 1);
    await diagram.locator('#search').focus();
    await page.keyboard.press('Enter');
    await diagram.locator('[data-id="component:kms"].is-marked').waitFor({ timeout: 15_000 });
    await diagram.locator('#unfold').click();
    await diagram.locator('#unfold').waitFor({ state: 'hidden', timeout: 15_000 });
  });

  await step('a meeting walks through the work list, and picture and text follow', async () => {
    const strip = diagram.locator('#walk');
    await diagram.locator('#walks').selectOption('work');
    await strip.waitFor({ timeout: 15_000 });
    const place = () => diagram.locator('#walk-at').textContent();
    await waitUntil(async () => /^1 of \d+$/.test(await place()), 15_000);
    await diagram.locator('.is-told').first().waitFor({ timeout: 10_000 });
    const first = await diagram.locator('#walk-title').textContent();
    await page.waitForTimeout(300);
    await shot('diagram-meeting');
    // The keys are with the walk from the start.
    const line = () => page.locator('.monaco-editor .active-line-number').first().textContent();
    const before = await line();
    await page.keyboard.press('ArrowRight');
    await waitUntil(async () => (await place()).startsWith('2 of '), 10_000);
    assert.notEqual(await diagram.locator('#walk-title').textContent(), first);
    await page.keyboard.press('End');
    await waitUntil(async () => /^(\d+) of \1$/.test(await place()), 10_000);
    await waitUntil(async () => (await line()) !== before, 10_000);
    await page.keyboard.press('Escape');
    await strip.waitFor({ state: 'hidden', timeout: 10_000 });
    assert.equal(await diagram.locator('.is-told').count(), 0);
  });

  await step('the way of an attacker is played step by step', async () => {
    const way = diagram.locator('#walks option', { hasText: /^Way 1\./ }).first();
    await way.waitFor({ state: 'attached', timeout: 60_000 });
    await diagram.locator('#walks').selectOption(await way.getAttribute('value'));
    await waitUntil(async () => (await diagram.locator('#walk-at').textContent()).startsWith('1 of '), 20_000);
    await diagram.locator('.is-told').first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('End');
    await diagram.locator('.is-past').first().waitFor({ timeout: 10_000 });
    await page.waitForTimeout(300);
    await shot('diagram-way');
    await diagram.locator('#walk-end').click();
    await diagram.locator('#walk').waitFor({ state: 'hidden', timeout: 10_000 });
  });

  await step('what is shown is saved as SVG and as PNG', async () => {
    for (const [button, ending, begins] of [
      ['#save', 'svg', '<svg '],
      ['#paint', 'png', '\u0089PNG'],
    ]) {
      const target = file(`riverside.${ending}`);
      await diagram.locator(button).click();
      await input().waitFor({ timeout: 10_000 });
      await waitUntil(async () => (await input().inputValue()).endsWith(`riverside.${ending}`), 10_000);
      await page.keyboard.press('Enter');
      await waitUntil(() => existsSync(target), 15_000);
      const written = readFileSync(target);
      assert.ok(written.toString('latin1').startsWith(begins), `${target} begins with ${begins}`);
      assert.equal(written.includes('data-fold'), false);
      if (ending === 'png') copyFileSync(target, path.join(shotsFolder, 'diagram-painted.png'));
      rmSync(target);
    }
  });

  await step('a diagram that was hidden comes back as it was', async () => {
    const before = await size();
    await page.locator('.tab', { hasText: 'Diagram: Riverside' }).click();
    await open('house-rules.meter');
    await page.locator('.tab.active', { hasText: 'house-rules.meter' }).waitFor();
    await command('View: Close Editor');
    await drawn('component:meter').waitFor({ timeout: 20_000 });
    assert.equal(await size(), before);
    assert.equal(await diagram.locator('#flows').isChecked(), true);
    await diagram.locator('#flows').uncheck();
    await diagram.locator('[data-id^="flow:"] .ml-flow').first().waitFor({ state: 'detached', timeout: 15_000 });
  });

  await step('another design in front is drawn instead', async () => {
    await page.locator('.tab', { hasText: 'riverside.meter' }).first().click();
    await open('hardened.meter');
    await page.locator('.tab', { hasText: /Diagram: (?!Riverside)/ }).waitFor({ timeout: 20_000 });
    await page.locator('.tab', { hasText: 'riverside.meter' }).first().click();
    await page.locator('.tab', { hasText: 'Diagram: Riverside' }).waitFor({ timeout: 20_000 });
  });

  for (const [name, file] of [
    ['Light Modern', 'diagram-light'],
    ['Dark High Contrast', 'diagram-contrast'],
    ['Light High Contrast', 'diagram-contrast-light'],
    ['Dark Modern', 'diagram-dark'],
  ]) {
    await step(`the diagram has the colours of the theme ${name}`, async () => {
      await page.locator('.tab', { hasText: 'riverside.meter' }).first().click();
      await theme(name);
      await toText('riverside.meter', 'component meter');
      await diagram.locator('[data-id="component:meter"].is-marked').waitFor({ timeout: 10_000 });
      await page.waitForTimeout(500);
      await shot(file);
    });
  }

  await step('the diagram closes', async () => {
    await page.locator('.tab', { hasText: 'Diagram: Riverside' }).click();
    await command('View: Close Editor');
    await page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 1280, height: 800 });
  });
}
