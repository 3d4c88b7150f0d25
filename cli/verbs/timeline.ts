import { timelineForms } from '../../report/timeline/forms.js';
import { complainOfGaps, open } from '../open.js';
import { day, output, textValue } from '../option.js';
import { sendingFormat } from '../tell-reviews.js';
import { put } from '../tell.js';
import { timelinesOf } from '../timelines.js';
import { today } from '../today.js';
import { exitCodes } from '../usage.js';
import { paths, verb } from '../verb.js';
import { version } from '../version.js';
import { warn } from '../warn.js';
import { refuseInputs } from '../write.js';

export const timelineVerb = verb({
  name: 'timeline',
  summary: 'tell what comes of a design from phase to phase',
  about: [
    'Of each design with phases: a row for each stretch of days on which nothing changes, with its findings, how many homes an attacker gets at, and the devices of findings times its days; the first day without a critical finding; and by day what has to be there by then, what that ends and what it begins.',
    'It begins with the day of the review, or with the first phase where that is earlier. Besides phases, the days behind the last ones of decisions and of plans count.',
  ],
  args: [paths],
  options: {
    format: sendingFormat,
    output: output('the standard output'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('the day from which it begins, and which counts as now', 'today'),
  },
  examples: [
    { line: 'meterlint timeline riverside.meter', told: 'what has to be done by when' },
    { line: 'meterlint timeline --format csv --output timeline.csv designs', told: 'a row for each stretch of days and figure' },
  ],
  exits: [
    { code: 0, meaning: 'reported, whatever was found' },
    {
      code: 2,
      meaning:
        'could not run: usage, a path that cannot be read, no design with phases, or errors that hide a part (what could be read is reported)',
    },
  ],
  run: async ({ args, options }) => {
    const opened = await open(args.length === 0 ? ['.'] : args);
    if (opened === undefined) return exitCodes.couldNotRun;
    await refuseInputs(options.output, opened.inputs);
    const timelines = await timelinesOf(opened, { profile: options.profile, date: options.date ?? today() });
    if (timelines.length === 0) {
      complainOfGaps(opened);
      warn('no design has phases: write `phase NAME from DATE`, and `since phase NAME` behind what comes with it');
      return exitCodes.couldNotRun;
    }
    await put(timelineForms[options.format](timelines, version), options.output);
    return complainOfGaps(opened);
  },
});
