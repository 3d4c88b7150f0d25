/* How the time of one review grows with the design: `npm run bench`. Compare the rows of one run with each other. */
import { performance } from 'node:perf_hooks';
import { review } from '../review/index.js';
import { createWorkspace } from '../test/support/workspace.js';
import { largeDesign } from './design.js';

const rounds = 5;

for (const size of [100, 1000, 4000]) {
  const workspace = await createWorkspace({ 'large.meter': largeDesign(size) });
  const [architecture] = workspace.shared.meter.Designs.all();
  if (architecture === undefined) throw new Error('no design was read');
  const times: number[] = [];
  let pairs = 0;
  let findings = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const assessment = review(architecture, '2026-01-01');
    times.push(performance.now() - start);
    pairs = assessment.results.length;
    findings = assessment.findings.length;
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(rounds / 2)] ?? 0;
  console.log(
    `${String(size).padStart(5)} components  ${String(pairs).padStart(7)} pairs  ${String(findings).padStart(6)} findings  ` +
      `${median.toFixed(0).padStart(5)} ms a review (median of ${rounds})  ${((median * 1000) / pairs).toFixed(1)} µs a pair`,
  );
}
