/** In the order in which they are done. */
export const stepNames = ['read', 'link', 'designs', 'checks', 'review', 'problems', 'send'] as const;
export type StepName = (typeof stepNames)[number];

/** Milliseconds: of the processor, by all that the server does, and by the clock. */
export interface Spent {
  readonly processor: number;
  readonly clock: number;
}

/** What each step of the last review took. An edit that comes before a review has ended begins anew. */
export class ReviewSteps {
  private running = new Map<StepName, Spent>();
  private ended: ReadonlyMap<StepName, Spent> = new Map();
  private mark: Spent;

  /** `now` is what has passed since some moment. */
  constructor(private readonly now: () => Spent) {
    this.mark = now();
  }

  begin(): void {
    this.running = new Map();
    this.mark = this.now();
  }

  /** A step that goes on between other work has ended: it took what has passed since the one before, or since the beginning. */
  reached(name: StepName): void {
    const before = this.mark;
    this.mark = this.now();
    this.add(name, before, this.mark);
  }

  /** Does a part of a step. */
  of<T>(name: StepName, work: () => T): T {
    const before = this.now();
    const found = work();
    this.add(name, before, this.now());
    return found;
  }

  /** What is sent after it counts, too. */
  end(): void {
    this.ended = this.running;
  }

  /** Of the last review that has ended, in order; none before the first one has. */
  last(): readonly (readonly [StepName, Spent])[] {
    return stepNames.flatMap((name) => {
      const spent = this.ended.get(name);
      return spent === undefined ? [] : [[name, spent] as const];
    });
  }

  private add(name: StepName, before: Spent, after: Spent): void {
    const { processor, clock } = this.running.get(name) ?? { processor: 0, clock: 0 };
    this.running.set(name, {
      processor: processor + after.processor - before.processor,
      clock: clock + after.clock - before.clock,
    });
  }
}
