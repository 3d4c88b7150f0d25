import type { CancellationToken, Connection } from 'vscode-languageserver';
import { inquiriesOf } from '../../reach/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { CurrentSnapshot } from '../current.js';
import { cutAnswer } from './cut.js';
import type { Reaches } from './reaches.js';
import {
  cutRequest,
  waysInRequest,
  type CutAnswer,
  type CutParams,
  type WayRow,
  type WaysInAnswer,
  type WaysInParams,
} from '../protocol/ways-in.js';
import { wayNodes, type WayNode } from './rows.js';

/** Answers what the view of ways in shows, once it is found out of the workspace as it stands. */
export function registerWaysIn(connection: Connection, current: CurrentSnapshot, reaches: Reaches): void {
  connection.onRequest(waysInRequest, async (params: WaysInParams, token: CancellationToken): Promise<WaysInAnswer | null> => {
    for (;;) {
      const isFound = await foundOut(current, reaches, token);
      if (token.isCancellationRequested) return null;
      // What was edited meanwhile is reviewed first.
      const answer = await current.settled((snapshot) => (isFound ? waysInAnswer(params, snapshot) : undefined));
      if (answer !== undefined) return answer;
    }
  });
  connection.onRequest(cutRequest, async (params: CutParams): Promise<CutAnswer | null> => {
    const snapshot = await current.settled((one) => one);
    return (await cutAnswer(params, snapshot)) ?? null;
  });
}

/** Finds out all that is told of attackers; false where the workspace changed meanwhile. */
export async function foundOut(current: CurrentSnapshot, reaches: Reaches, token: CancellationToken): Promise<boolean> {
  await current.settled(() => undefined);
  for (const part of ['ways', 'positions', 'measures'] as const) {
    if (!(await reaches.find(part, undefined, token))) return false;
  }
  return true;
}

/** Undefined where something is not found out yet. */
export function waysInAnswer({ path }: WaysInParams, snapshot: Snapshot): WaysInAnswer | undefined {
  const parts = snapshot.assessments.map(inquiriesOf);
  if (parts.some(({ ways, positions, measures }) => [ways, positions, measures].some(({ known }) => known === undefined))) return undefined;
  const top = snapshot.derived(snapshot, 'ways in', () => wayNodes(snapshot));
  const nodes = path.reduce<readonly WayNode[]>((among, id) => among.find((one) => one.id === id)?.rows?.() ?? [], top);
  const isClosed = parts.length > 0 && parts.every(({ ways }) => ways.known!.every(({ worst }) => worst === undefined));
  return {
    rows: nodes.map(({ id, row, rows }): WayRow => ({ id, ...row(), hasRows: rows !== undefined })),
    words: isClosed ? 'No way is known that leads to more than one home.' : '',
  };
}
