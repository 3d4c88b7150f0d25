import assert from 'node:assert/strict';
import { Watchdog } from '../../client/watchdog.js';

/** Time that passes when a test says so. */
class Hours {
  private now = 0;
  private readonly due: { at: number; then: () => void }[] = [];

  after(milliseconds: number, then: () => void): () => void {
    const one = { at: this.now + milliseconds, then };
    this.due.push(one);
    return () => {
      const index = this.due.indexOf(one);
      if (index >= 0) this.due.splice(index, 1);
    };
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      const next = this.due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.due.splice(this.due.indexOf(next), 1);
      this.now = next.at;
      next.then();
      await new Promise(setImmediate);
    }
    this.now = end;
  }
}

describe('a server that does not answer', () => {
  const watching = () => {
    const told: string[] = [];
    const answers: (() => void)[] = [];
    const hours = new Hours();
    const tell = (word: string) => () => void told.push(word);
    const ask = () => new Promise<void>((resolve) => answers.push(resolve));
    const watchdog = new Watchdog({ ask, busy: tell('busy'), idle: tell('idle'), hung: tell('hung') }, hours);
    watchdog.start();
    return { told, answers, hours, watchdog };
  };

  it('is told of within five seconds, and once', async () => {
    const { told, hours } = watching();
    await hours.pass(5_000);
    assert.deepEqual(told, ['busy']);
    await hours.pass(50_000);
    assert.deepEqual(told, ['busy']);
  });

  it('is told of as idle when it answers, and asked again', async () => {
    const { told, answers, hours } = watching();
    await hours.pass(10_000);
    answers[0]!();
    await new Promise(setImmediate);
    await hours.pass(5_000);
    assert.deepEqual(told, ['busy', 'idle', 'busy']);
  });

  it('is given up after a minute, and not asked again', async () => {
    const { told, answers, hours } = watching();
    await hours.pass(600_000);
    assert.deepEqual(told, ['busy', 'hung']);
    assert.equal(answers.length, 1);
  });

  it('is not spoken of where it answers, nor after the end', async () => {
    const { told, answers, hours, watchdog } = watching();
    for (let turn = 0; turn < 100; turn++) {
      await hours.pass(1_500);
      answers.pop()?.();
      await new Promise(setImmediate);
    }
    watchdog.stop();
    await hours.pass(600_000);
    assert.deepEqual(told, []);
  });
});
