import assert from 'node:assert/strict';
import { DocumentState, OperationCancelled } from 'langium';
import { PatientLock } from '../../server/patient-lock.js';
import { Session } from './in-process.js';

const design = 'define profile one { includes authz-rbac }\ndesign d { profile one }\ncomponent hes is head-end\n';

describe('somebody who types without a pause', () => {
  it('is told findings at least every half second, and at last those of the last text', async () => {
    const session = await Session.with({});
    let now = 0;
    session.clock = () => now;
    try {
      const uri = session.uri('a.meter');
      const { TextDocuments, DocumentBuilder } = session.shared.workspace;
      await session.open('a.meter', design);
      await session.until(() => session.published.includes(uri));
      // The review of what was opened is over: only what is typed is counted.
      await session.shared.workspace.WorkspaceLock.read(() => undefined);
      const last = 60;
      let typed = 0;
      const type = async () => {
        const text = design + '\n'.repeat(++typed);
        await session.notify('textDocument/didChange', { textDocument: { uri, version: typed + 1 }, contentChanges: [{ text }] });
        // The next letter may be there before anybody looks: what is typed only grows.
        await session.until(() => (TextDocuments.get(uri)?.getText().length ?? 0) >= text.length);
      };
      // In the middle of each review the next letter comes, a tenth of a second after the one before.
      DocumentBuilder.onBuildPhase(DocumentState.IndexedContent, async () => {
        if (typed === last) return;
        now += 100;
        await type();
      });
      const told: number[] = [];
      DocumentBuilder.onDocumentPhase(DocumentState.Validated, () => void told.push(now));
      await type();
      const published = session.published.length;
      await session.until(() => told.at(-1) === (last - 1) * 100);
      const pauses = told.map((at, index) => at - (told[index - 1] ?? 0));
      assert.deepEqual(
        pauses.filter((pause) => pause > 500),
        [],
      );
      assert.equal(told[0], 300);
      await session.until(() => session.published.length >= published + told.length);
    } finally {
      session.stop();
    }
  });
});

describe('a change behind another one', () => {
  /** A lock, with what becomes of what is done: each action goes on when the test says so, and ends where it was interrupted. */
  const working = () => {
    const time = { now: 0 };
    const lock = new PatientLock(() => time.now);
    const done: string[] = [];
    const goOn: (() => void)[] = [];
    const write = (name: string) =>
      lock.write(async (token) => {
        if (!token.isCancellationRequested) await new Promise<void>((resolve) => goOn.push(resolve));
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- by this Langium knows a cancellation
        if (token.isCancellationRequested) throw OperationCancelled;
        done.push(name);
      });
    const settle = () => new Promise(setImmediate);
    return { time, lock, done, goOn, write, settle };
  };

  it('interrupts what is done for the one before', async () => {
    const { done, goOn, write, settle } = working();
    void write('one');
    await settle();
    void write('two');
    goOn.shift()!();
    await settle();
    goOn.shift()!();
    await settle();
    assert.deepEqual(done, ['two']);
  });

  it('waits where nothing was told for a while, and only the last of those that wait is done', async () => {
    const { time, done, goOn, write, settle } = working();
    void write('one');
    await settle();
    time.now = 300;
    for (const name of ['two', 'three', 'four']) void write(name);
    goOn.shift()!();
    await settle();
    goOn.shift()!();
    await settle();
    assert.deepEqual(done, ['one', 'four']);
  });

  it('interrupts the rest once what was changed is told', async () => {
    const { time, lock, done, goOn, write, settle } = working();
    void write('one');
    await settle();
    time.now = 300;
    void write('two');
    lock.told();
    goOn.shift()!();
    await settle();
    goOn.shift()!();
    await settle();
    assert.deepEqual(done, ['two']);
  });
});
