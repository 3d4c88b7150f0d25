import { nearestOf } from '../language/wellformed/nearest.js';

/** What a user asked for cannot be done; told as one message, with the way to help. Exit code 2. */
export class UsageError extends Error {}

export const exitCodes = { clean: 0, findings: 1, couldNotRun: 2 } as const;

export const helpText = `Meterlint reviews smart-metering architectures written in .meter files.

Usage
  meterlint check [PATH...]        review files and folders (default: the current folder)
  meterlint explain NAME           show the page of a requirement, mechanism, control or threat
  meterlint --help, --version

Options of check
  --format text|json|sarif         how findings are told (default: text)
  --output FILE                    write them to a file instead of the terminal
  --profile NAME                   review against this profile instead of the designs' own
  --fail-on critical|high|medium|low|none
                                   exit with 1 from this severity up (default: high);
                                   planned and unknown findings never count
  --date YYYY-MM-DD                compare dates with this day (default: today)
  --redundant                      tell declarations that the review does not depend on, too
  --color auto|always|never        colour on a terminal (default: auto; NO_COLOR is honoured)

Exit codes
  0  nothing at or above the bar
  1  findings at or above the bar, or mistakes of writing
  2  could not run: usage, a path that cannot be read, or errors that hide a part of a design
`;

/** The nearest of the known words, if one is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  return nearestOf(word, known, 1)[0];
}
