import type { Severity } from '../../language/model/index.js';

/** Opens or closes a zone, or opens what a box stands for. */
export interface Fold {
  /** Of a zone or component. */
  readonly name: string;
  readonly open: boolean;
}

/** What of a design is drawn, and in which light. All names are those of the design or the catalogue; unknown ones choose nothing. */
export interface PictureOptions {
  /** Flows to draw: names of flows, data, classes of data or services; all of them; none by default. */
  readonly flows?: readonly string[] | 'all' | undefined;
  /** The control whose protection the lines show; encryption by default. */
  readonly control?: string | undefined;
  /** A flow, data or a class of data: who can read it. */
  readonly readers?: string | undefined;
  /** A requirement, threat, attack method, harm or standard: where it applies, and how it stands there. */
  readonly show?: string | undefined;
  /** Zones to draw as one box. */
  readonly collapse?: readonly string[] | undefined;
  /** What was opened and closed since, the last act last: what is opened keeps its own box however many there are. */
  readonly folds?: readonly Fold[] | undefined;
  /** Whether boxes have signs by which a page opens and closes them. */
  readonly signs?: boolean | undefined;
  /** How many boxes may stand before zones collapse by themselves, innermost first. */
  readonly most?: number | undefined;
  /** Whether findings are marked; they are by default. */
  readonly findings?: boolean | undefined;
  /** Whether flows, data and what is left out are listed below the drawing; they are by default. */
  readonly lists?: boolean | undefined;
  readonly only?: Filter | undefined;
}

/** What is kept; an empty or missing list keeps everything. What is left out is counted below the drawing. */
export interface Filter {
  /** Components in one of these zones, or in zones within. */
  readonly zones?: readonly string[] | undefined;
  /** Components that are one of these kinds. */
  readonly kinds?: readonly string[] | undefined;
  /** What has findings of these severities, and what links and flows with such findings join; other findings are not marked. */
  readonly severities?: readonly Severity[] | undefined;
  /** Components at a stop of a flow with one of these services. */
  readonly services?: readonly string[] | undefined;
  /** Components of these parties: `utility`, `partner`, `customer`, or the name of who runs them. */
  readonly parties?: readonly string[] | undefined;
}

/** More boxes than this are no picture any more. */
export const mostBoxes = 60;
