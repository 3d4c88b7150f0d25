import type { Severity } from '../../language/model/index.js';
import type { Placing } from '../locate.js';

export type Tone = Severity | 'error' | 'warning' | 'quiet' | 'strong';
/** Colours a piece of text, or leaves it as it is. */
export type Paint = (text: string, tone: Tone) => string;

export interface PlacedTextOptions extends Placing {
  /** The lines of a file, for excerpts; undefined where it cannot be had. */
  readonly linesOf: (uri: string) => readonly string[] | undefined;
  readonly paint: Paint;
  /** Whether each finding is told with all that is known of it, instead of in a line. */
  readonly verbose: boolean;
}

/** Lines that are no longer stay whole in most windows and in the logs of build servers. */
export const terminalColumns = 100;
