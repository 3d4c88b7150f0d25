import { CancellationTokenSource, type CancellationToken } from 'vscode-languageserver';
import { DefaultWorkspaceLock } from 'langium';

/** For so long, in milliseconds, each edit interrupts what is done for the one before; then that is finished, however many follow. */
export const patience = 250;

interface Running {
  readonly token: CancellationTokenSource;
  /** It goes on although it was asked to stop. */
  isPatient: boolean;
  isAsked: boolean;
}

/**
 * An edit interrupts the review of the text before it, which nobody wants any more. Somebody who types without a pause would then be told
 * nothing until they rest: so from time to time one review is let through to what is typed in.
 */
export class PatientLock extends DefaultWorkspaceLock {
  private running: Running | undefined;
  /** When the first change came of which nothing is told yet. */
  private since: number | undefined;

  constructor(private readonly now: () => number) {
    super();
  }

  override write(action: (token: CancellationToken) => unknown): Promise<void> {
    this.since ??= this.now();
    if (this.running !== undefined && this.now() - this.since >= patience) this.running.isPatient = true;
    return super.write(async (asked) => {
      const running: Running = { token: new CancellationTokenSource(), isPatient: false, isAsked: false };
      const stop = (): void => {
        running.isAsked = true;
        if (!running.isPatient) running.token.cancel();
      };
      // What was cancelled before has nothing to listen to: it would need a timer that only a program with a connection has.
      const listening = asked.isCancellationRequested ? undefined : asked.onCancellationRequested(stop);
      if (listening === undefined) stop();
      this.running = running;
      try {
        await action(running.token.token);
        if (!running.isAsked) this.since = undefined;
      } finally {
        listening?.dispose();
        this.running = undefined;
      }
    });
  }

  /** What was changed is told: whatever is left may be interrupted again. */
  told(): void {
    const { running } = this;
    this.since = running?.isAsked === true ? this.now() : undefined;
    if (running === undefined) return;
    running.isPatient = false;
    if (running.isAsked) running.token.cancel();
  }
}
