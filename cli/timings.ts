/** A number of things, with the word for one of them. */
export type Counts = readonly (readonly [count: number, one: string])[];

interface Step {
  readonly name: string;
  readonly cpu: number;
  readonly clock: number;
  readonly counts: Counts;
}

/** What each step of a run takes, in processor time and by the clock, and how much there is of what it works on. */
export class Timings {
  private readonly steps: Step[] = [];
  private readonly began = now();

  /** Does a step and notes what it took; `counts` says what it was done for. */
  async of<T>(name: string, work: () => T | Promise<T>, counts: (found: T) => Counts): Promise<T> {
    const before = now();
    const found = await work();
    const after = now();
    this.steps.push({ name, cpu: after.cpu - before.cpu, clock: after.clock - before.clock, counts: counts(found) });
    return found;
  }

  /** A line a step, the start of the process first, and all of it with the most memory that was held. */
  lines(): string[] {
    const { cpu, clock } = now();
    const start: Step = { name: 'start', ...this.began, counts: [] };
    const all: Step = { name: 'all', cpu, clock, counts: [] };
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    return [
      'step        processor        clock',
      ...[start, ...this.steps].map(lineOf),
      `${lineOf(all)}  ${wordsOf([[megabytes, 'megabyte']])} at most`,
    ];
  }
}

/** Milliseconds since the process began. */
function now(): { readonly cpu: number; readonly clock: number } {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, clock: performance.now() };
}

function lineOf({ name, cpu, clock, counts }: Step): string {
  const told = (milliseconds: number) => `${Math.round(milliseconds)} ms`.padStart(13);
  return `${name.padEnd(8)}${told(cpu)}${told(clock)}${counts.length === 0 ? '' : `  ${wordsOf(counts)}`}`;
}

function wordsOf(counts: Counts): string {
  return counts.map(([count, one]) => `${count} ${count === 1 ? one : `${one}s`}`).join(', ');
}
