import type { PictureChoice, PlainPlace } from '../protocol.js';

// What client and server say to each other about walks through a diagram. Plain shapes, as in `protocol.ts`.

/** Tells what a design can be walked through by, and the slides of one walk. Takes `WalkParams`; answers with a `WalkAnswer`, null where nobody waits any more. */
export const walkRequest = 'meterlint/walk';

export interface WalkParams {
  /** A file: the first design that it is part of. */
  readonly uri: string;
  /** The id of a walk; empty for none. */
  readonly walk: string;
  /** Whether to wait until it is found out how attackers get in; else of what is known. */
  readonly waits: boolean;
}

export interface WalkAnswer {
  readonly walks: readonly WalkChoice[];
  readonly slides: readonly WalkSlide[];
}

export interface WalkChoice extends PictureChoice {
  /** What it is listed below: the work, or a harm. */
  readonly group: string;
}

/** One thing to speak about, with what of the picture and the text it is about. */
export interface WalkSlide {
  /** Stays the same as long as it is about the same. */
  readonly id: string;
  readonly title: string;
  /** How grave it is and where, on one line. */
  readonly said: string;
  readonly lines: readonly string[];
  /** The names of the elements; the first leads to the text. */
  readonly places: readonly PlainPlace[];
}
