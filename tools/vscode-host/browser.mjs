// Opens VS Code's window: a page in a Chromium that can reach nothing but this machine.
import { chromium } from 'playwright-core';
import { findChromium } from './places.mjs';

const switches = [
  // As root, and in containers, Chromium's own sandbox cannot be set up; the only page that it shows is ours.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function openBrowser() {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium was not found. Run `npm run test:setup` first.');
  const browser = await chromium.launch({ executablePath, headless: true, args: switches, timeout: 60_000 });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', reducedMotion: 'reduce' });
  const refused = new Set();
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => {
      refused.add(new URL(route.request().url()).origin);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { browser, page, refused };
}

/** The address of a window on a folder. The payload is VS Code's own way to tell a window what to begin with. */
export function windowUrl(server, folder, payload) {
  const url = new URL(server.url);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(Object.entries(payload).map(([key, file]) => [key, remoteUri(server, file)])));
  return url.href;
}

function remoteUri(server, file) {
  return `vscode-remote://127.0.0.1:${server.port}${file}`;
}
