import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { CurrentSnapshot } from '../current.js';
import { walkRequest, type WalkAnswer, type WalkParams } from '../protocol/walks.js';
import type { Reaches } from '../reach/reaches.js';
import { foundOut } from '../reach/requests.js';
import { walkAnswer } from './walks.js';

/** Answers by what a diagram can be walked through, of the workspace as it stands. */
export function registerWalks(connection: Connection, current: CurrentSnapshot, reaches: Reaches): void {
  connection.onRequest(walkRequest, async ({ uri, walk, waits }: WalkParams, token: CancellationToken): Promise<WalkAnswer | null> => {
    // What changes while it is found out has it asked for again.
    if (waits && (await foundOut(current, reaches, token))) await reaches.find('ranks', uri, token);
    return token.isCancellationRequested ? null : current.settled((snapshot) => walkAnswer(uri, walk, snapshot));
  });
}
