import type { PlainEdit } from '../protocol.js';
import type { WorkRow } from './work-list.js';

// What client and server say to each other about the ways by which an attacker gets in. Plain shapes, as in `protocol.ts`.

/** Lists how far an attacker gets, one level at a time. Takes `WaysInParams`; answers with a `WaysInAnswer`, null where nobody waits any more. */
export const waysInRequest = 'meterlint/waysIn';

export interface WaysInParams {
  /** The ids of the rows from the top down to the one whose rows are asked for; empty for the top. */
  readonly path: readonly string[];
}

export interface WaysInAnswer {
  readonly rows: readonly WayRow[];
  /** What there is to say besides; empty where the rows say it. */
  readonly words: string;
}

export interface WayRow extends WorkRow {
  /** The step whose page explains it. */
  readonly page?: string | undefined;
  /** The harm whose smallest set of measures can be written from here. */
  readonly cut?: CutParams | undefined;
  /** What of it a diagram can play step by step. */
  readonly play?: PlayParams | undefined;
}

/** A walk through the diagram of a design: see `walks.ts`. */
export interface PlayParams {
  /** The address of the design's own file. */
  readonly design: string;
  readonly walk: string;
}

/** A command of the client: shows the rows of a position. Takes a `WaysInParams`. */
export const showWaysInCommand = 'meterlint.showWaysIn';

/** Finds the edits that write the smallest set of measures against a harm. Takes `CutParams`; answers with a `CutAnswer`, null where the design is gone. */
export const cutRequest = 'meterlint/cut';

export interface CutParams {
  /** The address of the design's own file. */
  readonly design: string;
  readonly harm: string;
}

export interface CutAnswer {
  /** By file, as in a workspace edit of the protocol; empty where nothing can be written. */
  readonly changes: { readonly [uri: string]: readonly PlainEdit[] };
  /** What is written, and what is left, in a sentence or two. */
  readonly words: string;
}
