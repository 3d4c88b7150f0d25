// The room `bench/`: what work costs as designs grow, in processor time; it measures what users start and judges nothing.
// May import `language/model`, `review`, `reach`, `test/support/workspace`, `node:*`.

/* What a review, a key and a command cost as the design grows: `npm run bench`. Processor time and memory of one process a row; `docs/performance.md` tells how to read it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Architecture } from '../language/model/index.js';
import { inquiriesOf } from '../reach/index.js';
import { Evaluator, review, reviewWith, withElement } from '../review/index.js';
import { createWorkspace } from '../test/support/workspace.js';
import { commandCosts } from './commands.js';
import { largeDesign } from './design.js';
import { keyCosts, keyEdits, type KeyEdit } from './server.js';

const sizes = [100, 1000, 4000];
const keySizes = [20, 100, 1000];
const stepsOfKeys = ['read', 'link', 'designs', 'checks', 'review', 'problems', 'send', 'all'];
const commandSizes = [100, 1000];

/** Milliseconds of processor time, of all threads. */
function used(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

/** What the review of a design costs after an edit of one of its meters, and how many pairs it evaluates. */
function edits(design: Architecture): { readonly ms: number; readonly pairs: number } {
  let before = Evaluator.of(design, '2026-01-01', design.design.profiles, { records: true });
  reviewWith(before);
  let pairs = 0;
  const times = [1, 0, 1].map((kept) => {
    const meter = design.components.get('meter1')!;
    const edited = withElement(design, { ...meter, settings: meter.settings.slice(kept) });
    const after = Evaluator.of(edited, '2026-01-01', design.design.profiles, { records: true });
    const ms = used(() => reviewWith(after, before));
    pairs = after.work;
    before = after;
    return ms;
  });
  return { ms: Math.min(...times), pairs };
}

const reached = ['positions', 'ways', 'ranks', 'attacks'] as const;

/** What the reach of every position costs, the ways to all harms with their smallest sets, the ranks of findings by them and the attacks: the quickest of three. */
function reachCosts(design: Architecture): number[] {
  const times = Array.from({ length: 3 }, () => {
    const inquiries = inquiriesOf(review(design, '2026-01-01'));
    return reached.map((one) => used(() => inquiries[one].now()));
  });
  return reached.map((_, index) => Math.min(...times.map((one) => one[index]!)));
}

async function row(size: number): Promise<void> {
  const workspace = await createWorkspace({ 'large.meter': largeDesign(size) });
  const [design] = workspace.snapshot.designs;
  let found = { pairs: 0, findings: 0 };
  const cold = used(() => {
    const { results, findings } = review(design!, '2026-01-01');
    found = { pairs: results.length, findings: findings.length };
  });
  const warm = Math.min(...Array.from({ length: 3 }, () => used(() => review(design!, '2026-01-01'))));
  const edited = edits(design!);
  const reaching = reachCosts(design!);
  const checks = used(() => workspace.mistakes('large.meter'));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  tell([size, found.pairs, found.findings, cold, warm, edited.ms, edited.pairs, ...reaching, checks, memory]);
}

function tell(cells: readonly (string | number)[], width = 13): void {
  console.log(cells.map((cell) => String(cell).padStart(width)).join(''));
}

/** What is started as users start it: the built program. */
async function tellStarted(): Promise<void> {
  console.log('\nmilliseconds of a key until the problems of its file are told, one file:');
  tell(['components', 'edit', ...stepsOfKeys], 11);
  for (const size of keySizes) {
    for (const edit of Object.keys(keyEdits) as KeyEdit[]) {
      const costs = await keyCosts(size, edit, 9);
      tell([size, edit, ...stepsOfKeys.map((step) => costs.get(step) ?? 0)], 11);
    }
  }
  console.log('\n    seconds   megabytes   command');
  for (const [command, { seconds, megabytes }] of commandCosts(commandSizes)) {
    console.log(`${seconds.toFixed(2).padStart(11)}${megabytes.toFixed(0).padStart(12)}   ${command}`);
  }
}

const asked = process.argv[2];
if (asked !== undefined) await row(Number(asked));
else {
  tell([
    'components',
    'pairs',
    'findings',
    'first ms',
    'again ms',
    'edit ms',
    'edit pairs',
    'reach ms',
    'ways ms',
    'ranks ms',
    'attacks ms',
    'checks ms',
    'peak MB',
  ]);
  for (const size of sizes)
    spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), String(size)], { stdio: 'inherit' });
  await tellStarted();
}
