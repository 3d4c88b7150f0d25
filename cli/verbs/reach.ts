import { reachForms } from '../../report/reach/forms.js';
import { complainOfGaps, open } from '../open.js';
import { choice, day, output, textValue } from '../option.js';
import { reviewAll } from '../review-all.js';
import { put } from '../tell.js';
import { today } from '../today.js';
import { version } from '../version.js';
import { exitCodes } from '../usage.js';
import { paths, verb } from '../verb.js';
import { refuseInputs } from '../write.js';

export const reachVerb = verb({
  name: 'reach',
  summary: 'tell how many homes an attacker could switch, falsify or read, from where',
  about: [
    'Tells each harm in a sentence first: how many homes, in how many ways, and the smallest set of controls that closes them. Then, of each component, link and zone, what follows for whoever controls one instance of it, or every instance.',
    'Figures are ranges where the design does not say enough. docs/reach.md tells how they are found.',
  ],
  args: [paths],
  options: {
    format: choice(
      ['text', 'json', 'csv', 'html', 'markdown', 'xlsx'],
      'text',
      'for the terminal, for programs, for a spreadsheet, or to read and send',
    ),
    output: output('the standard output'),
    profile: textValue('NAME', "review against this profile instead of the designs' own"),
    date: day('compare `until` and `planned for` with this day', 'today'),
  },
  examples: [
    { line: 'meterlint reach riverside.meter', told: 'who can switch off how many homes' },
    { line: 'meterlint reach --format csv --output reach.csv designs', told: 'a row for each position and harm' },
  ],
  exits: [
    { code: 0, meaning: 'reported, whatever was found' },
    { code: 2, meaning: 'could not run: usage, a path that cannot be read, or errors that hide a part (what could be read is reported)' },
  ],
  run: async ({ args, options }) => {
    const opened = await open(args.length === 0 ? ['.'] : args);
    if (opened === undefined) return exitCodes.couldNotRun;
    await refuseInputs(options.output, opened.inputs);
    const { assessments } = await reviewAll(opened, { profile: options.profile, date: options.date ?? today() });
    await put(reachForms[options.format](assessments, version), options.output);
    return complainOfGaps(opened);
  },
});
