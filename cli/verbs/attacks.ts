import { attackForms } from '../../report/reach/attack-forms.js';
import { complainOfGaps, open } from '../open.js';
import { choice, day, output, textValue } from '../option.js';
import { reviewAll } from '../review-all.js';
import { put } from '../tell.js';
import { today } from '../today.js';
import { exitCodes } from '../usage.js';
import { paths, verb } from '../verb.js';
import { refuseInputs } from '../write.js';

export const attacksVerb = verb({
  name: 'attacks',
  summary: 'tell of each attack of the catalogue whether a design makes it possible, stops it, or is not concerned',
  about: [
    'The attacks are those of meterlint list attacks. One whose steps the catalogue knows is asked of the design step by step: possible, with the way; stopped, with the controls that stop it; or not concerned, with the step that has no place. Of one without steps the requirements that name it are listed, or those against its threats, and what is open of them.',
  ],
  args: [paths],
  options: {
    format: choice(['text', 'json', 'csv'], 'text', 'for the terminal, for programs, or for a spreadsheet'),
    output: output('the standard output'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
  },
  examples: [{ line: 'meterlint attacks riverside.meter', told: 'which attacks are possible there, and what stops the others' }],
  exits: [
    { code: 0, meaning: 'reported, whatever was found' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part (what could be read is reported)' },
  ],
  run: async ({ args, options }) => {
    const opened = await open(args.length === 0 ? ['.'] : args);
    if (opened === undefined) return exitCodes.couldNotRun;
    await refuseInputs(options.output, opened.inputs);
    const { assessments } = await reviewAll(opened, { profile: options.profile, date: options.date ?? today() });
    await put(attackForms[options.format](assessments), options.output);
    return complainOfGaps(opened);
  },
});
