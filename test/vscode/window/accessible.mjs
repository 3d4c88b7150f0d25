// What keeps people from using a page: found by axe-core in the page itself, in the colours that it has now.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Faults that axe calls serious or critical, a line each with the first place of it, in the page of VS Code that is in front. */
export async function seriousFaults(page) {
  const outer = await (await page.locator('iframe.webview.ready').elementHandle()).contentFrame();
  const inner = await (await outer.locator('#active-frame').elementHandle()).contentFrame();
  await inner.evaluate(source);
  const { violations, passes } = await inner.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  // Where nothing passes, nothing was looked at.
  if (passes.length < 5) throw new Error(`axe looked at ${passes.length} rules only`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, such as ${nodes[0].html}`);
}
