// The room `bench/`: what work costs as designs grow, in processor time; it measures what users start and judges nothing.
// May import `language/model`, `review`, `reach`, `test/support/workspace`, `node:*`.

/* What a review costs as the design grows: `npm run bench`. Processor time and memory of one process a row; `docs/performance.md` tells how to read it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Architecture } from '../language/model/index.js';
import { inquiriesOf } from '../reach/index.js';
import { Evaluator, review, reviewWith, withElement } from '../review/index.js';
import { createWorkspace } from '../test/support/workspace.js';
import { largeDesign } from './design.js';

const sizes = [100, 1000, 4000];

/** Milliseconds of processor time, of all threads. */
function used(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

/** What the review of a design costs after an edit of one of its meters, and how many pairs it evaluates. */
function edits(design: Architecture): { readonly ms: number; readonly pairs: number } {
  let before = Evaluator.of(design, '2026-01-01', design.design.profiles, true);
  reviewWith(before);
  let pairs = 0;
  const times = [1, 0, 1].map((kept) => {
    const meter = design.components.get('meter1')!;
    const edited = withElement(design, { ...meter, settings: meter.settings.slice(kept) });
    const after = Evaluator.of(edited, '2026-01-01', design.design.profiles, true);
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
  const cells = [size, found.pairs, found.findings, cold, warm, edited.ms, edited.pairs, ...reaching, checks, memory];
  console.log(cells.map((cell) => String(cell).padStart(13)).join(''));
}

const asked = process.argv[2];
if (asked !== undefined) await row(Number(asked));
else {
  const heads = [
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
  ];
  console.log(heads.map((head) => head.padStart(13)).join(''));
  for (const size of sizes)
    spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), String(size)], { stdio: 'inherit' });
}
