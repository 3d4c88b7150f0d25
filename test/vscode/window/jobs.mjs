// The four jobs that a new user begins with, each as somebody does it who has read nothing: by keyboard, by what the window offers.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

export async function steps({ page, file, row, line, shot, retry, command, pick, input, open, waitUntil }, step) {
  const pane = (name) => page.locator('.pane', { has: page.locator(`.pane-header[aria-label*="${name}"]`) });
  const rows = (name) => pane(name).locator('.monaco-list-row');
  const shown = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  await step('a first design is written: who types an answer and presses Enter at once gets that answer', async () => {
    await command('Meterlint: New Design...');
    const head = page.locator('.quick-input-title').first();
    const title = async () => ((await head.isVisible()) ? head.textContent({ timeout: 2_000 }).catch(() => '') : '');
    const answers = { Topology: 'LoRaWAN', Commodity: 'Heat', Name: 'First town' };
    for (const [question, words] of Object.entries(answers)) {
      await waitUntil(async () => {
        const now = await title();
        if (now.includes(`New design: ${question}`)) return true;
        if (now.includes('New design:')) await page.keyboard.press('Enter');
        return false;
      }, 60_000);
      if (question === 'Commodity') await shot('job-write-commodity');
      if (question === 'Name') await input().fill('');
      // No wait between the last letter and Enter: as a hand that knows the word.
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await waitUntil(async () => !(await title()).includes(`New design: ${question}`), 20_000);
    }
    await line('design First-town "First town"').waitFor({ timeout: 30_000 });
    await line('is heat-meter').waitFor({ timeout: 20_000 });
    await shot('job-write');
  });

  await step('the first design is saved beside the others, and reviewed there', async () => {
    await retry(async () => {
      await page.keyboard.press('Control+s');
      await input().waitFor({ timeout: 6_000 });
    });
    await input().fill(file('first.meter'));
    await page.keyboard.press('Enter');
    await waitUntil(
      () => existsSync(file('first.meter')) && readFileSync(file('first.meter'), 'utf8').includes('design First-town'),
      20_000,
    );
    await page.locator('.tab.active', { hasText: 'first.meter' }).waitFor({ timeout: 20_000 });
    await command('View: Show Meterlint');
    await rows('Work List').first().waitFor({ timeout: 60_000 });
    await shot('job-saved');
  });

  await step('the worst is found, and its page says which standard asks for it', async () => {
    await open('riverside.meter');
    await command('View: Show Meterlint');
    const worst = rows('Work List').nth(1);
    await worst.waitFor({ timeout: 60_000 });
    assert.match(await worst.getAttribute('aria-label'), /^critical, /);
    await worst.click();
    await retry(async () => {
      await worst.hover();
      await worst.locator('.actions .action-label[aria-label*="Explain"]').click({ timeout: 4_000 });
      const code = page.locator('.monaco-hover a', { hasText: /^key-unique$/ }).first();
      await code.click({ timeout: 6_000 });
      await shown.locator('h2', { hasText: 'References' }).waitFor({ timeout: 15_000 });
    });
    assert.match(await shown.locator('body').textContent(), /IEC 62443|NISTIR 7628/);
    await shot('job-worst');
    await command('View: Close Editor');
  });

  await step('a risk is accepted, and found again by who carries it', async () => {
    await open('riverside.meter');
    await command('View: Show Meterlint');
    const finding = rows('Work List').nth(1);
    await retry(async () => {
      await finding.hover();
      await finding.locator('.actions .action-label[aria-label*="Decide"]').click({ timeout: 4_000 });
      await row('.quick-input-list', 'Accept the risk').waitFor({ timeout: 4_000 });
    });
    await row('.quick-input-list', 'Accept the risk').click();
    for (const answer of ['the store is replaced', 'Risk committee', '2031-02-28']) {
      await input().fill(answer, { timeout: 6_000 });
      await page.waitForTimeout(300);
      if (answer === 'Risk committee') await shot('job-accept-owner');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
    }
    const decided = rows('Decisions').filter({ hasText: 'Risk committee' }).first();
    await decided.waitFor({ timeout: 30_000 });
    await decided.click();
    await line('Risk committee').waitFor({ timeout: 10_000 });
    await shot('job-accepted');
    await page.keyboard.press('Control+s');
    await waitUntil(() => readFileSync(file('riverside.meter'), 'utf8').includes('Risk committee'), 10_000);
  });

  await step('a report for an auditor is written, with the accepted risk in it', async () => {
    await command('Meterlint: Export Findings...');
    await row('.quick-input-list', 'Riverside Municipal AMI').waitFor({ timeout: 20_000 });
    await page.keyboard.type('Riverside Municipal AMI');
    await pick('Riverside Municipal AMI');
    await row('.quick-input-list', 'As in the editor').waitFor({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    await row('.quick-input-list', 'HTML').waitFor({ timeout: 20_000 });
    await shot('job-report-format');
    await row('.quick-input-list', 'HTML').click();
    await waitUntil(async () => (await input().inputValue()).endsWith('riverside.html'), 20_000);
    await retry(async () => {
      await page.keyboard.press('Enter');
      await waitUntil(() => existsSync(file('riverside.html')), 20_000);
    });
    const report = readFileSync(file('riverside.html'), 'utf8');
    assert.ok(report.includes('Risk committee') && report.includes('IEC 62443'));
    await page.waitForTimeout(1_500);
    await shot('job-report');
  });

  await step('the general model of services is seen as a picture', async () => {
    await command('Meterlint: Show General Model of Services');
    await shown.locator('svg [data-id="service:prepayment"]').waitFor({ timeout: 60_000 });
    await shot('services-model');
    await command('View: Close All Editors');
  });
}
