import type { Assessment } from '../review/index.js';
import { complainOfGaps, open, type OpenedFiles } from './open.js';
import { choice, day, output, textValue } from './option.js';
import { reviewAll } from './review-all.js';
import { put, type ReportContent } from './tell.js';
import { today } from './today.js';
import { exitCodes } from './usage.js';
import type { Exit, Given } from './verb.js';
import { refuseInputs } from './write.js';

/** What verbs take that tell what follows from reviews, whatever that is. */
export const tellingOptions = {
  output: output('the standard output'),
  profile: textValue('NAME', "review against this profile instead of the designs' own"),
  date: day('compare `until` and `planned for` with this day', 'today'),
};

/** In which forms a table leaves that is read, sent and counted with. */
export const sendingFormat = choice(
  ['text', 'json', 'csv', 'html', 'markdown', 'xlsx'],
  'text',
  'for the terminal, for programs, for a spreadsheet, or to read and send',
);

export const tellingExits: readonly Exit[] = [
  { code: 0, meaning: 'reported, whatever was found' },
  { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part (what could be read is reported)' },
];

/** Reviews what stands below the paths, the current folder where there is none, and puts out what is told of it; gives the exit code. */
export async function tellReviews(
  paths: readonly string[],
  options: Given<typeof tellingOptions>['options'],
  tell: (assessments: readonly Assessment[]) => ReportContent,
  check?: (opened: OpenedFiles) => void,
): Promise<number> {
  const opened = await open(paths.length === 0 ? ['.'] : paths);
  if (opened === undefined) return exitCodes.couldNotRun;
  check?.(opened);
  await refuseInputs(options.output, opened.inputs);
  const { assessments } = await reviewAll(opened, { profile: options.profile, date: options.date ?? today() });
  await put(tell(assessments), options.output);
  return complainOfGaps(opened);
}
