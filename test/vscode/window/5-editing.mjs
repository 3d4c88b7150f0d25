// What the editor knows of the field, as a user meets it: colours, completion, renaming, hierarchies, a new design.
import assert from 'node:assert/strict';

export async function steps(
  { page, line, row, shot, retry, command, toLine, toText, typeAbove, placeOf, open, revert, waitUntil, textOf },
  step,
) {
  /**
   * Types a line before a text of the file in front, asks what fits behind it, and goes on typing until only what is expected is left.
   * What stands on top of the whole list is for the tests of the server to say: a list shows a dozen of its rows.
   */
  const offered = async (before, typed, letters, expected) => {
    await typeAbove('riverside.meter', before, typed);
    const first = page.locator('.suggest-widget.visible .monaco-list-row[data-index="0"] .label-name');
    await retry(async () => {
      await page.keyboard.press('Control+Space');
      await first.waitFor({ timeout: 6_000 });
    });
    await page.keyboard.type(letters);
    await waitUntil(async () => (await first.textContent()) === expected, 10_000);
  };

  await step('names have the colour of their role', async () => {
    await open('riverside.meter');
    await toText('riverside.meter', 'component meter');
    const colourOf = (text) =>
      page
        .locator('.monaco-editor .view-line span span', { hasText: new RegExp(`^${text}$`) })
        .first()
        .evaluate((span) => getComputedStyle(span).color);
    await line('component meter').waitFor();
    await waitUntil(async () => (await colourOf('smart-meter')) !== (await colourOf('meter')), 15_000);
    await shot('colours');
  });

  for (const [what, before, typed, letters, expected] of [
    ['completion-over', 'flow reading', 'link spare: hes <-> kms over ', 'tls-1.3', 'tls-1.3'],
    ['completion-control', 'component dcu', 'component box is relay { control ', 'security-l', 'security-logging'],
    ['completion-hop', 'flow time', 'flow spare is scheduled-reading: meter -> ', 'dc', 'dcu'],
    ['completion-value', 'component dcu', 'component box is smart-meter in home { key-scope = ', 'per-d', 'per-device'],
    ['completion-decision', 'exclude priv-home-display', 'accept ', 'comm-int', 'comm-integrity'],
    // A snippet writes a whole statement.
    ['completion-statement', 'component dcu', '', 'compo', 'component'],
  ]) {
    await step(`completion knows what fits: ${what}`, async () => {
      await offered(before, typed, letters, expected);
      await page.waitForTimeout(500);
      await shot(what);
      await page.keyboard.press('Escape');
      await revert();
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
    });
  }

  await step('a name of the catalogue is told on hover', async () => {
    await toText('riverside.meter', 'tls-1.3 opened', 2);
    await retry(async () => {
      await command('Show or Focus Hover');
      await page.locator('.monaco-hover', { hasText: 'TLS 1.3' }).first().waitFor({ timeout: 6_000 });
    });
    await shot('hover-mechanism');
    await page.keyboard.press('Escape');
  });

  await step('references show beside each other', async () => {
    await toText('riverside.meter', 'component dcu', 11);
    await retry(async () => {
      await command('Peek References');
      await page.locator('.peekview-widget .monaco-list-row').first().waitFor({ timeout: 6_000 });
    });
    await page.waitForTimeout(500);
    await shot('references');
    await page.keyboard.press('Escape');
  });

  await step('the flow of data is a call hierarchy', async () => {
    await toText('riverside.meter', 'component hes', 11);
    await retry(async () => {
      await command('Peek Call Hierarchy');
      await page.locator('.call-hierarchy .monaco-list-row, .peekview-widget .monaco-list-row').first().waitFor({ timeout: 8_000 });
    });
    await page.waitForTimeout(800);
    await shot('call-hierarchy');
    await page.keyboard.press('Escape');
  });

  await step('kinds are a type hierarchy', async () => {
    await toText('riverside.meter', 'smart-meter in home', 2);
    await retry(async () => {
      await command('Peek Type Hierarchy');
      await page.locator('.type-hierarchy .monaco-list-row, .peekview-widget .monaco-list-row').first().waitFor({ timeout: 8_000 });
    });
    await page.waitForTimeout(800);
    await shot('type-hierarchy');
    await page.keyboard.press('Escape');
  });

  await step('an element is renamed everywhere, by F2', async () => {
    const before = textOf('riverside.meter');
    await toText('riverside.meter', 'component dcu', 11);
    await retry(async () => {
      await page.keyboard.press('F2');
      await page.locator('.rename-box input, .rename-input').first().fill('cabinet', { timeout: 6_000 });
    });
    await shot('rename');
    await page.keyboard.press('Enter');
    await line('component cabinet').waitFor({ timeout: 15_000 });
    await line('dcu').waitFor({ state: 'detached', timeout: 15_000 });
    assert.equal(textOf('riverside.meter'), before, 'nothing is saved by itself');
    await revert();
    await line('component dcu').waitFor();
  });

  await step('lines above names say how they stand, and lead to the list', async () => {
    await open('riverside.meter');
    await toText('riverside.meter', 'component meter');
    // The upper ones may lie under the lines that stick to the top.
    const lens = page.locator('.codelens-decoration a:visible', { hasText: 'critical' }).last();
    await lens.waitFor({ timeout: 20_000 });
    await shot('lenses');
    await lens.click();
    await row('.quick-input-list', /critical|high/).waitFor({ timeout: 10_000 });
    await shot('findings-list');
    await page.keyboard.press('Escape');
  });

  await step('each step of a flow says what protects it', async () => {
    await toText('riverside.meter', 'flow update');
    await page.locator('.monaco-editor .view-line', { hasText: 'unprotected' }).first().waitFor({ timeout: 20_000 });
    await shot('hints');
  });

  await step('refactorings stand in their menu', async () => {
    await toText('riverside.meter', 'data bill', 6);
    await retry(async () => {
      await command('Refactor...');
      await page.locator('.action-widget .monaco-list-row').nth(1).waitFor({ timeout: 8_000 });
    });
    await row('.action-widget', /new file|riverside-data|fragment/).waitFor();
    await shot('refactor');
    await page.keyboard.press('Escape');
  });

  await step('a control becomes a mechanism by a refactoring', async () => {
    await open('riverside.meter');
    await toText('riverside.meter', 'control tamper-detection', 10);
    await retry(async () => {
      await command('Refactor...');
      await page
        .locator('.action-widget .monaco-list-row', { hasText: /tamper/i })
        .first()
        .waitFor({ timeout: 8_000 });
    });
    await shot('refactor-control');
    await page.keyboard.press('Escape');
  });

  await step('a requirement that is being written says whom it concerns', async () => {
    await open('house-rules.meter');
    const name = /define requirement (\S+)/.exec(textOf('house-rules.meter'))[1];
    await toText('house-rules.meter', `define requirement ${name}`, 'define requirement '.length + 1);
    await page.locator('.codelens-decoration', { hasText: /appl/ }).first().waitFor({ timeout: 20_000 });
    await retry(async () => {
      await command('Show or Focus Hover');
      await page.locator('.monaco-hover', { hasText: name }).first().waitFor({ timeout: 6_000 });
    });
    await shot('requirement');
    await page.keyboard.press('Escape');
  });

  await step('a condition that can never hold is told while it is written', async () => {
    await open('house-rules.meter');
    const { line: before } = placeOf('house-rules.meter', 'define requirement house-tested');
    await toLine(before);
    await page.keyboard.insertText(
      [
        'define requirement idle "Never asked" {',
        '    category integrity',
        '    severity low',
        '    applies to component where is smart-meter and not is smart-meter',
        '        needs secure-boot',
        '    because "It shows what a slip looks like."',
        '    guidance "Take one half away."',
        '}\n',
      ].join('\n'),
    );
    await toLine(before + 3);
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 30_000 });
    await command('Problems: Focus on Problems View');
    // The view may go on saying that its filter finds nothing where a problem comes just while it filters.
    await retry(async () => {
      const filter = page.getByPlaceholder(/^Filter \(e\.g\. text/).first();
      await filter.fill('');
      await filter.fill('condition-never-holds');
      await row('.markers-panel', /condition-never-holds/).waitFor({ timeout: 6_000 });
    });
    await shot('never-holds');
    await command('View: Toggle Panel Visibility');
    await page.locator('.tab', { hasText: 'house-rules.meter' }).first().click();
    await revert();
  });

  await step('a new design comes from questions', async () => {
    await command('Meterlint: New Design...');
    await page.locator('.quick-input-widget', { hasText: 'New design' }).first().waitFor({ timeout: 15_000 });
    await row('.quick-input-list', 'concentrator').waitFor();
    await shot('new-design-topology');
    const widget = page.locator('.quick-input-widget').first();
    const title = () => page.locator('.quick-input-title').first().textContent();
    const asked = new Set();
    // Each question has a usual answer; Enter takes it. Between two questions the list is away for a moment.
    for (let number = 0; number < 12 && !(await page.locator('.tab', { hasText: 'Untitled' }).isVisible()); number++) {
      const before = await title();
      if (/Services/.test(before)) await shot('new-design-services');
      asked.add(before);
      await page.keyboard.press('Enter');
      await waitUntil(
        async () =>
          (await page.locator('.tab', { hasText: 'Untitled' }).isVisible()) || ((await widget.isVisible()) && (await title()) !== before),
        15_000,
      );
    }
    assert.ok(asked.size >= 5, [...asked].join('; '));
    await line('design new-design').waitFor({ timeout: 20_000 });
    await page.locator('.monaco-editor .squiggly-error').first().waitFor({ timeout: 30_000 });
    await shot('new-design');
    await command('View: Revert and Close Editor');
  });
}
