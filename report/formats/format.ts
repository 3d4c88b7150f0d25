import type { BaselineComparison } from '../../history/baseline.js';
import type { Assessment } from '../../review/index.js';
import type { Placing } from '../locate.js';
import type { Reviewed } from '../problem.js';

/** How much of a review a report to read tells: what decides, on few pages, or everything with its annexes. */
export const editions = ['full', 'short'] as const;
export type Edition = (typeof editions)[number];

/** What a report is told with, apart from what was reviewed. The same review and context give the same bytes. */
export interface ReportContext extends Placing {
  /** The version of Meterlint. */
  readonly version: string;
  /** The SHA-256 digest of a text in 64 lower-case hexadecimal digits. */
  readonly digest: (text: string) => string;
  /** The text of a reviewed file by its address; undefined where it cannot be had. */
  readonly textOf: (uri: string) => string | undefined;
  /** Whether to tell what is met and what does not apply, too, where a format leaves them out by default. */
  readonly everything?: boolean;
  /** Names are pseudonyms and places are lines: edits of the text make no sense and are left out. */
  readonly redacted?: boolean;
  /** Full where nobody says. */
  readonly edition?: Edition;
  /** SVG of each design, where it was drawn: layout takes its time, and a format writes at once. */
  readonly pictures?: ReadonlyMap<Assessment, string>;
}

/** The same together with how the findings stand against a baseline, where one was given. */
export interface ComparedContext extends ReportContext {
  readonly comparison: BaselineComparison | undefined;
}

export function withComparison({ baseline }: Reviewed, context: ReportContext): ComparedContext {
  return { ...context, comparison: baseline };
}

/** The same as those who ask for a report give it: the review knows itself where its parts stand. */
export type TellingContext = Omit<ReportContext, 'sources'>;

/** One way to tell a review. A new one is one file beside this and one line in the list of `index.ts`. */
export interface ReportFormat {
  /** What users write: `--format sarif`. */
  readonly id: string;
  /** What users read in a list: `SARIF`. */
  readonly label: string;
  /** Who reads it, in a few words: `for code scanning and other tools`. */
  readonly description: string;
  /** How its files end, without the dot: `sarif`, `gl-sast.json`. */
  readonly extension: string;
  /** Whether it shows the pictures of its context. */
  readonly showsPictures?: boolean;
  /** Whether it has a short edition beside the full one. */
  readonly hasEditions?: boolean;
  /** Whether it tells what comes of a design from phase to phase. */
  readonly tellsTimelines?: boolean;
  /** Bytes where the format is no text. Lines end as the format asks; what holds no bound of its own is cut with a notice. */
  readonly write: (reviewed: Reviewed, context: ReportContext) => string | Uint8Array;
  /** What `write` gives, piece by piece, where it may be more than one text can hold. */
  readonly pieces?: (reviewed: Reviewed, context: ReportContext) => Iterable<string>;
}

/** A format that is written piece by piece, so that a large design takes no more memory than a small one. */
export function inPieces(format: Omit<ReportFormat, 'write'> & Required<Pick<ReportFormat, 'pieces'>>): ReportFormat {
  return { ...format, write: (reviewed, context) => [...format.pieces(reviewed, context)].join('') };
}
