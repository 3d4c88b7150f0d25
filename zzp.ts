import { largeDesign } from './bench/design.js';
import { createWorkspace } from './test/support/workspace.js';
import { review } from './review/index.js';
import { inquiriesOf } from './reach/index.js';
const used = (name: string, f: () => void) => { const b=process.cpuUsage(); f(); const u=process.cpuUsage(b); console.log(name, Math.round((u.user+u.system)/1000)); };
const size = Number(process.argv[2]);
const w = await createWorkspace({ 'large.meter': largeDesign(size) });
const d = w.snapshot.designs[0]!;
let a: any; used('review', () => { a = review(d, '2026-01-01'); });
for (const again of [1,2]) { if (again===2) a = review(d, '2026-01-01');
const i = inquiriesOf(a);
used('steps', () => i.steps.now()); console.log('firings', i.steps.now().all.length, 'entries', i.steps.now().entries.length, 'helpers', i.steps.now().helpers.size);
used('positions', () => i.positions.now());
used('ways', () => { for (const h of i.ways.now()) console.log(h.harm.name, h.ways.length, h.cut.length, h.atLeast); });
}
