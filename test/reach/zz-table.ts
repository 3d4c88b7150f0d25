import { readFileSync } from 'node:fs';
import { reachOf } from '../../reach/index.js';
import { reviewOf } from '../support/reviewed.js';
const files: Record<string,string> = {};
for (const f of process.argv.slice(2)) files[f.split('/').at(-1)!] = readFileSync(f,'utf8');
const { assessments } = await reviewOf(files);
for (const a of assessments) {
  if (a.architecture.design.implicit) continue;
  const t=performance.now(); const r = reachOf(a);
  console.log('==', a.architecture.design.name, r.steps.all.length, 'firings', r.steps.entries.length, 'entries', Math.round(performance.now()-t),'ms');
  for (const { standing, reached } of r.positions) {
    const f = (['switching','falsifying','reading'] as const).map((y)=>{const g=reached[y].figure; return g.low===g.high? String(g.low): `${g.low}..${g.high??'?'}`});
    if (f.every((x)=>x==='0') && standing.place !== 'component') continue;
    console.log(`${standing.extent} ${standing.place} ${standing.element}`.padEnd(34), f.map((x)=>x.padStart(18)).join(''), process.env.WAY ? (['switching','falsifying','reading'] as const).filter(y=>!process.env.Y||y===process.env.Y).map((y)=>'\n      '+y+': '+reached[y].way.map((w)=>`${w.step.name}@${w.subject}${w.sure?'':'?'}`).join(' > ')).join('') : '');
  }
}
import { waysToHarms } from '../../reach/index.js';
for (const a of assessments) {
  if (a.architecture.design.implicit) continue;
  const t = performance.now();
  const r = reachOf(a);
  for (const h of waysToHarms(r.steps)) {
    console.log('##', h.harm.name, h.ways.length, 'ways; cut', h.cut.length, 'atLeast', h.atLeast, '\n   ', h.cut.map((c) => c.key).join('; '));
    if (process.env.WAYS) for (const w of h.ways) console.log('  ', w.cost, w.figure.low === w.figure.high ? w.figure.low : `${w.figure.low}..${w.figure.high}`, w.canBeEnded ? '' : 'ENDLESS', w.steps.map((f) => `${f.step.name}@${f.subject}${f.sure ? '' : '?'}`).join(' > '));
  }
  console.log(Math.round(performance.now() - t), 'ms');
}
