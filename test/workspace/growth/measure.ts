/*
 * Counts the work of every stage on projects that grow, and tells it as JSON. A program of its own: V8 counts the blocks of what is compiled after the counting
 * has begun, so that nothing of the product may be loaded before; and what it would optimize or throw away (`flags`) it would no longer count.
 */
import { Session, type Profiler } from 'node:inspector';
import type { Shape } from './shapes.js';

export const flags = ['--no-opt', '--no-sparkplug', '--no-flush-bytecode'];

/** What a stage costs for N, 2N and 4N: so many characters of the program were run, and where that grows fastest. */
export interface Cost {
  readonly shape: string;
  readonly stage: string;
  readonly counts: readonly [number, number, number];
  readonly fastest: readonly string[];
}

type Counts = ReadonlyMap<string, number>;

if (process.argv[1] === import.meta.filename) {
  const [n, ...names] = process.argv.slice(2);
  await tell(Number(n), names);
}

async function tell(n: number, names: readonly string[]): Promise<void> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const { head, shapes } = await import('./shapes.js');
  const { stages } = await import('./stages.js');
  /** How much was run since it was last asked, in the project and in the libraries that it ships, by place. */
  const taken = (): Counts => {
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error !== null) throw error;
      scripts = result.filter(({ url }) => url.startsWith('file:') && !/\/(?:tsx|esbuild|test|fflate)\//.test(url));
    });
    const counts = new Map<string, number>();
    for (const { url, functions } of scripts) {
      const file = url.slice(url.lastIndexOf('/') + 1);
      for (const { functionName, ranges } of functions) {
        const run = charactersRun(ranges);
        if (run > 0) counts.set(`${file} ${functionName}`, (counts.get(`${file} ${functionName}`) ?? 0) + run);
      }
    }
    return counts;
  };
  const workOf = async (shape: Shape, size: number): Promise<Map<string, Counts>> => {
    const works = new Map<string, Counts>();
    let state: unknown = shape.files(size);
    for (const [stage, work] of stages) {
      taken();
      state = await work(state as never);
      works.set(stage, taken());
    }
    return works;
  };
  // What is made once for all projects is none of their work.
  await workOf({ files: () => ({ 'd.meter': `${head}component c is thing\n` }) }, 1);
  for (const shape of names) {
    const of = shapes[shape]!;
    const from = of.from ?? n;
    const [one, two, four] = [await workOf(of, from), await workOf(of, 2 * from), await workOf(of, 4 * from)];
    for (const [stage] of stages) console.log(JSON.stringify(costOf(shape, stage, one.get(stage)!, two.get(stage)!, four.get(stage)!)));
  }
}

/** How many characters of a function were run. A block of which V8 says nothing was run as often as the one around it: what is counted does not depend on that. */
function charactersRun(ranges: readonly Profiler.CoverageRange[]): number {
  let run = 0;
  const around: Profiler.CoverageRange[] = [];
  for (const range of ranges) {
    while (around.length > 0 && around.at(-1)!.endOffset <= range.startOffset) around.pop();
    run += (range.endOffset - range.startOffset) * (range.count - (around.at(-1)?.count ?? 0));
    around.push(range);
  }
  return run;
}

function costOf(shape: string, stage: string, one: Counts, two: Counts, four: Counts): Cost {
  const total = (counts: Counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const at = (counts: Counts, place: string) => counts.get(place) ?? 0;
  const bent = [...four.keys()].map((place) => [place, at(four, place) - 3 * at(two, place) + 2 * at(one, place)] as const);
  const fastest = bent.sort(([, a], [, b]) => b - a).slice(0, 6);
  return { shape, stage, counts: [total(one), total(two), total(four)], fastest: fastest.map((one) => one.join(': ')) };
}
