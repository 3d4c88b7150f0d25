/** Time, so that a test can make it pass. */
export interface Clock {
  /** Calls back after so many milliseconds; what it gives takes that back. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

/** What the watchdog asks, and what it tells. */
export interface Watched {
  /** A question that whoever listens answers at once, whatever else there is to do. */
  readonly ask: () => Promise<unknown>;
  /** It has not answered for a while. */
  readonly busy: () => void;
  /** It has answered after all. */
  readonly idle: () => void;
  /** It will not answer any more. */
  readonly hung: () => void;
}

const pause = 1_500;
/** With the pause before the question, somebody is told within five seconds. */
const busyAfter = 3_000;
/** A review of a very large design may take its time; nothing takes as long as this without a breath. */
const hungAfter = 60_000;

const systemClock: Clock = {
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Asks a server again and again whether it listens, until it is stopped. */
export class Watchdog {
  private takeBack: (() => void)[] = [];
  private isStopped = false;

  constructor(
    private readonly watched: Watched,
    private readonly clock = systemClock,
  ) {}

  start(): void {
    this.next();
  }

  stop(): void {
    this.isStopped = true;
    this.clear();
  }

  private next(): void {
    this.clear();
    if (this.isStopped) return;
    this.takeBack = [
      this.clock.after(pause, () => {
        this.ask();
      }),
    ];
  }

  private ask(): void {
    let isTold = false;
    this.takeBack = [
      this.clock.after(busyAfter, () => {
        isTold = true;
        this.watched.busy();
      }),
      this.clock.after(hungAfter, () => {
        this.stop();
        this.watched.hung();
      }),
    ];
    const answered = (): void => {
      if (this.isStopped) return;
      if (isTold) this.watched.idle();
      this.next();
    };
    // Who refuses to answer listens.
    this.watched.ask().then(answered, answered);
  }

  private clear(): void {
    for (const one of this.takeBack) one();
    this.takeBack = [];
  }
}
