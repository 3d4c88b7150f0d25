import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { inquiriesOf, type Inquiry, type ReachInquiries } from '../../reach/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { MeterServerSharedServices } from '../module.js';

/** How long the server is busy with it at a time: keys that come in between are answered first. */
const longestTurn = 10;

/** How far attackers get, found out bit by bit where somebody asks, and never while a review waits. */
export class Reaches {
  private updates = 0;

  constructor(private readonly services: MeterServerSharedServices) {
    services.workspace.DocumentBuilder.onUpdate(() => {
      this.updates++;
    });
  }

  /**
   * Finds a part out for the designs of a file, or for all. Answers whether the workspace is still as it was: what is found out of one that has
   * changed tells nothing.
   */
  async find(part: keyof ReachInquiries, address: string | undefined, token?: CancellationToken): Promise<boolean> {
    const before = this.updates;
    const snapshot = this.services.server.Current.get();
    const isWanted = () => before === this.updates && token?.isCancellationRequested !== true;
    for (const inquiry of inquiriesIn(snapshot, part, address)) {
      if (inquiry.known === undefined && !(await inTurns(inquiry, isWanted))) return false;
    }
    return before === this.updates;
  }
}

/**
 * The answer of a request whose text has changed while it was answered: whoever wants it still asks again. The request must not wait for what
 * has changed: that is read only once all requests that run have ended.
 */
export function changedMeanwhile(): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed meanwhile.');
}

function* inquiriesIn(snapshot: Snapshot, part: keyof ReachInquiries, address: string | undefined): Generator<Inquiry<unknown>> {
  const designs = address === undefined ? snapshot.reviewed : snapshot.designsOf(address);
  for (const design of designs) yield inquiriesOf(snapshot.assessmentOf(design))[part];
}

async function inTurns(inquiry: Inquiry<unknown>, isWanted: () => boolean): Promise<boolean> {
  const turns = inquiry.turns();
  for (;;) {
    const end = performance.now() + longestTurn;
    do {
      if (turns.next().done === true) return true;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
    if (!isWanted()) return false;
  }
}
