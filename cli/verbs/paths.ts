import { waysText } from '../../report/reach/ways.js';
import { checkHarm } from '../harm.js';
import { complainOfGaps, open } from '../open.js';
import { day, flag, output, textValue } from '../option.js';
import { reviewAll } from '../review-all.js';
import { put } from '../tell.js';
import { today } from '../today.js';
import { exitCodes } from '../usage.js';
import { paths, verb } from '../verb.js';
import { refuseInputs } from '../write.js';

/** How many ways are told where nobody asks for all. */
const few = 5;

export const pathsVerb = verb({
  name: 'paths',
  summary: 'tell the ways to a harm, and the smallest set of controls that closes them',
  about: [
    'The harms are those of meterlint list harms. Each way begins with what anybody can do and ends with more than one home; with each step stands what would stop it. The cheapest come first.',
  ],
  args: [{ name: 'HARM', described: 'the harm, by its name', least: 1, most: 1 }, paths],
  options: {
    all: flag(`tell every way, not the ${few} cheapest`),
    output: output('the standard output'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
  },
  examples: [{ line: 'meterlint paths load-control-abuse riverside.meter', told: 'how homes could be switched off, and what ends that' }],
  exits: [
    { code: 0, meaning: 'reported, whatever was found' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part (what could be read is reported)' },
  ],
  run: async ({ args: [harm, ...given], options }) => {
    const opened = await open(given.length === 0 ? ['.'] : given);
    if (opened === undefined) return exitCodes.couldNotRun;
    checkHarm(harm!, opened.snapshot.catalogue);
    await refuseInputs(options.output, opened.inputs);
    const { assessments } = await reviewAll(opened, { profile: options.profile, date: options.date ?? today() });
    await put(waysText(assessments, harm!, options.all ? Number.POSITIVE_INFINITY : few), options.output);
    return complainOfGaps(opened);
  },
});
