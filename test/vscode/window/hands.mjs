// What a user's eyes and hands do in VS Code's window.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shotsFolder } from '../support.mjs';

/** The means of a step: `line` and `row` find what is shown, `command`, `pick`, `toLine` and `open` do what keys do, `shot` takes a picture. */
export function handsOn(page, workspace) {
  const file = (name) => path.join(workspace, name);
  const textOf = (name) => readFileSync(file(name), 'utf8');
  const line = (text) => page.locator('.monaco-editor .view-line', { hasText: text }).first();
  const row = (list, text) => page.locator(`${list} .monaco-list-row`, { hasText: text }).first();
  const shot = (name) => page.screenshot({ path: path.join(shotsFolder, `${name}.png`) });
  const input = () => page.locator('.quick-input-widget input').first();

  let turn = 0;
  /** What an earlier step still tries must not press keys in the next one. */
  const nextTurn = () => {
    turn++;
  };

  /** VS Code loses keys that arrive while it is busy: try until what they should bring is there. */
  const retry = async (act, times = 6) => {
    const mine = turn;
    for (let left = times; ; left--) {
      try {
        return await act();
      } catch (error) {
        if (left === 1 || turn !== mine) throw error;
        await page.keyboard.press('Escape');
      }
    }
  };

  const command = (title) =>
    retry(async () => {
      await page.keyboard.press('F1');
      await input().fill(`>${title}`, { timeout: 4_000 });
      // The best match is not always the command of that very name.
      const exact = page.locator('.quick-input-list .label-name', { hasText: new RegExp(`^${title.replace(/[.*+?()]/g, '\\$&')}$`) });
      await exact.first().click({ timeout: 4_000 });
      // Where the list was, the mouse would rest on the editor, and its hover would lie on the text.
      await page.mouse.move(0, 0);
    });

  /**
   * Takes what the list in front offers under this name once Enter would take it. A list is filtered only a while after something was typed:
   * until then the name may stand in it, and Enter takes what stands above.
   */
  const pick = async (name, milliseconds = 6_000) => {
    await waitUntil(async () => {
      const focused = page.locator('.quick-input-list .monaco-list-row.focused');
      if ((await focused.count()) !== 1) return false;
      // Before its name a row may have an icon, and under it a second line that is made like it.
      const label = await focused.locator('.label-name').first().textContent();
      return label.trim() === name;
    }, milliseconds);
    await page.keyboard.press('Enter');
  };

  /** Puts the cursor into the text of the file in front, where keys then go. */
  const toLine = (number, column = 1) =>
    retry(async () => {
      await page.keyboard.press('Control+g');
      await input().fill(`:${number}:${column}`, { timeout: 4_000 });
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: 4_000 });
      await page
        .locator('[id="status.editor.selection"]', { hasText: new RegExp(`Ln ${number}, Col ${column}(?!\\d)`) })
        .waitFor({ timeout: 4_000 });
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor({ timeout: 4_000 });
    });

  /** Shows a file of the workspace, whichever editors are open. */
  const open = (name) =>
    retry(async () => {
      await page.keyboard.press('Control+p');
      await input().fill(name, { timeout: 4_000 });
      await pick(name);
      await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: 6_000 });
    });

  /** Types on a line of its own above a text of the file in front. */
  const typeAbove = async (name, text, typed) => {
    await toLine(placeOf(name, text).line);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type(typed);
  };

  /** Colours of the window; what an extension draws has them a moment later. */
  const theme = async (name) => {
    await command('Preferences: Color Theme');
    await retry(async () => {
      await input().fill(name, { timeout: 4_000 });
      await pick(name);
      await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden', timeout: 4_000 });
    });
    await page.waitForTimeout(1_500);
  };

  /** Puts the file in front back to what is on the disk. */
  const revert = () => command('File: Revert File');

  const waitUntil = async (holds, milliseconds) => {
    const end = Date.now() + milliseconds;
    const mine = turn;
    while (!(await holds())) {
      assert.equal(turn, mine, 'the step was given up');
      assert.ok(Date.now() < end, `not within ${milliseconds / 1000} seconds`);
      await page.waitForTimeout(100);
    }
  };

  /** As the status bar counts them. */
  const errors = async () => {
    const label = await page.locator('[id="status.problems"] [aria-label]').first().getAttribute('aria-label');
    const [, count] = /Errors: (\d+)/.exec(label ?? '') ?? [];
    assert.ok(count, `'${label}' counts errors`);
    return Number(count);
  };

  /** The number of the first line of a file in which a text stands, and the column of that text, both from 1. */
  const placeOf = (name, text) => {
    const lines = textOf(name).split('\n');
    const at = lines.findIndex((one) => one.includes(text));
    assert.notEqual(at, -1, `'${text}' stands in ${name}`);
    return { line: at + 1, column: lines[at].indexOf(text) + 1 };
  };

  /** Puts the cursor before a text of the file in front, or some characters behind its start. */
  const toText = (name, text, within = 0) => {
    const place = placeOf(name, text);
    return toLine(place.line, place.column + within);
  };

  return {
    page,
    file,
    textOf,
    line,
    row,
    shot,
    input,
    retry,
    nextTurn,
    command,
    pick,
    toLine,
    toText,
    typeAbove,
    theme,
    open,
    revert,
    waitUntil,
    errors,
    placeOf,
  };
}
