// Matrix and standards as tabs: all that the review says, cell by cell, though only what is seen is in the page.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { reviewedTable } from '../support.mjs';

export async function steps({ page, file, shot, command, open, input, typeAbove, placeOf, revert, retry, waitUntil, theme }, step) {
  const table = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const grid = table.locator('#grid');
  const why = table.locator('#why');
  const whyHolds = (text) => waitUntil(async () => (await why.textContent()).includes(text), 15_000);
  const closeTab = async (title) => {
    await page.locator('.tab', { hasText: title }).click();
    await command('View: Close Editor');
    await page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
  };

  /** Everything that the page shows while it is scrolled from end to end, by what stands in its cells. */
  const readWhole = () =>
    grid.evaluate(async (sheet) => {
      const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const found = new Map();
      let most = 0;
      for (let top = 0; ; top += 200) {
        for (let left = 0; ; left += 200) {
          sheet.scrollTo({ left, top, behavior: 'instant' });
          await drawn();
          for (const cell of sheet.querySelectorAll('[role="gridcell"]')) {
            const { row, column } = cell.dataset;
            found.set(`${row} ${column}`, cell.getAttribute('aria-label'));
          }
          most = Math.max(most, sheet.querySelectorAll('[role="row"]').length);
          if (left + sheet.clientWidth >= sheet.scrollWidth) break;
        }
        if (top + sheet.clientHeight >= sheet.scrollHeight) break;
      }
      sheet.scrollTo({ left: 0, top: 0, behavior: 'instant' });
      return { labels: [...found.values()], most };
    });

  await step('the matrix opens as a tab, and each of its cells is what the review says', async () => {
    await open('riverside.meter');
    await command('Meterlint: Show Matrix');
    await page.locator('.tab.active', { hasText: 'Matrix: Riverside' }).waitFor({ timeout: 20_000 });
    await grid.locator('[role="gridcell"]').first().waitFor({ timeout: 20_000 });
    const policy = await table.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy, /^default-src 'none'; style-src [^;]+; script-src 'nonce-[^']+'$/);
    const rows = reviewedTable(file('.'), 'riverside.meter', 'matrix-csv');
    const expected = rows.map(({ title, element, state, severity }) => {
      const isOpen = ['missing', 'weak', 'planned', 'unknown'].includes(state);
      return `${state}${isOpen ? `, ${severity}` : ''}: ${title}, ${element}`;
    });
    const { labels, most } = await readWhole();
    assert.deepEqual(labels.filter((label) => !label.startsWith('not asked')).sort(), expected.sort());
    const requirements = new Set(rows.map(({ requirement }) => requirement)).size;
    assert.ok(most < requirements, `${most} rows are in the page at once`);
    const missing = rows.filter(({ state }) => state === 'missing').length;
    assert.equal(await table.locator('#state option[value="missing"]').textContent(), `✕ missing (${missing})`);
    await shot('matrix');
  });

  await step('by keyboard one goes through the matrix, reads why, and comes to the text', async () => {
    await table.locator('#rows').fill('comm-integrity');
    await table.locator('#columns').fill('plc');
    await waitUntil(async () => (await table.locator('#left').textContent()).startsWith('1 of '), 10_000);
    await grid.focus();
    const [row] = reviewedTable(file('.'), 'riverside.meter', 'matrix-csv').filter(
      ({ requirement, element }) => requirement === 'comm-integrity' && element === 'plc',
    );
    await page.keyboard.press('End');
    await whyHolds(row.reason);
    const active = table.locator(`#${await grid.getAttribute('aria-activedescendant')}`);
    assert.equal(await active.getAttribute('aria-label'), `${row.state}, ${row.severity}: ${row.title}, plc`);
    await shot('matrix-why');
    await page.keyboard.press('Enter');
    const { line, column } = placeOf('riverside.meter', 'link plc');
    await page
      .locator('[id="status.editor.selection"]', { hasText: `Ln ${line}, Col ${column + 'link plc'.length}` })
      .waitFor({ timeout: 10_000 });
  });

  await step('the matrix follows an edit, and what was chosen stays', async () => {
    const reviewed = table.locator('#left');
    const before = await reviewed.textContent();
    await typeAbove('riverside.meter', 'component dcu', 'link plc-two: meter -> dcu over g3-plc');
    // It follows letter by letter: what counts is what it says of the whole line.
    const after = '1 of 112 requirements, 3 of 34 elements';
    await waitUntil(async () => (await reviewed.textContent()) === after, 20_000);
    await whyHolds('Critical'.toLowerCase());
    await revert();
    await waitUntil(async () => (await reviewed.textContent()) === before, 20_000);
  });

  await step('a matrix that was hidden comes back as it was', async () => {
    await page.locator('.tab', { hasText: 'Matrix: Riverside' }).click();
    // A file of rules leaves the design that they were looked up for.
    await open('house-rules.meter');
    await command('View: Close Editor');
    await page.locator('.tab', { hasText: 'Matrix: Riverside' }).click();
    await waitUntil(async () => (await table.locator('#rows').inputValue()) === 'comm-integrity', 15_000);
    assert.equal(await table.locator('#columns').inputValue(), 'plc');
    await table.locator('#rows').fill('');
    await table.locator('#columns').fill('');
    await table.locator('#state').selectOption('findings');
    await page.waitForTimeout(500);
  });

  const themes = [
    ['Light Modern', 'light'],
    ['Dark High Contrast', 'contrast'],
    ['Light High Contrast', 'contrast-light'],
    ['Dark Modern', 'dark'],
  ];
  for (const [name, shown] of themes) {
    await step(`the matrix has the colours of the theme ${name}`, async () => {
      await theme(name);
      await grid.focus();
      await shot(`matrix-${shown}`);
    });
  }

  await step('the matrix is exported by its button', async () => {
    await table.locator('#export').click();
    await waitUntil(async () => (await input().inputValue()).endsWith('riverside.matrix.csv'), 10_000);
    await retry(async () => {
      await page.keyboard.press('Enter');
      await waitUntil(() => existsSync(file('riverside.matrix.csv')), 6_000);
    });
    await closeTab('Matrix: Riverside');
  });

  await step('standards open as a tab: every clause of every document, as the review has it', async () => {
    // The text that the matrix led to stands beside it.
    await command('View: Close All Editors');
    await open('riverside.meter');
    await command('Meterlint: Show Standards');
    await page.locator('.tab.active', { hasText: 'Standards: Riverside' }).waitFor({ timeout: 20_000 });
    await grid.locator('[role="gridcell"]').first().waitFor({ timeout: 20_000 });
    const rows = reviewedTable(file('.'), 'riverside.meter', 'clauses-csv');
    const { labels, most } = await readWhole();
    const states = labels.filter((label) => label.endsWith(', State')).map((label) => label.slice(0, -', State'.length));
    assert.deepEqual(states.sort(), rows.map(({ state, clause }) => `${state}: ${clause}`).sort());
    assert.ok(most < rows.length / 4, `${most} rows are in the page at once`);
    await shot('standards');
  });

  await step('a clause says which requirements stand behind it, and leads to their page', async () => {
    const [row] = reviewedTable(file('.'), 'riverside.meter', 'clauses-csv').filter(
      ({ standard, clause }) => standard === 'IEC 62443-3-3' && clause === 'SR 3.1',
    );
    await table.locator('#rows').fill('62443-3-3 "SR 3.1"'.replaceAll('"', ''));
    await grid.focus();
    await page.keyboard.press('Home');
    await whyHolds(`IEC 62443-3-3, ${row.clause}`);
    await whyHolds('Every metering message is protected against change (comm-integrity)');
    await shot('standards-why');
  });

  for (const [name, shown] of themes) {
    await step(`standards have the colours of the theme ${name}`, async () => {
      await theme(name);
      await grid.focus();
      await shot(`standards-${shown}`);
    });
  }

  await step('standards close', async () => {
    await closeTab('Standards: Riverside');
    await open('riverside.meter');
  });
}
