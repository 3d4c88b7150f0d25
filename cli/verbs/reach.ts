import { reachForms } from '../../report/reach/forms.js';
import { sendingFormat, tellReviews, tellingExits, tellingOptions } from '../tell-reviews.js';
import { version } from '../version.js';
import { paths, verb } from '../verb.js';

export const reachVerb = verb({
  name: 'reach',
  summary: 'tell how many homes an attacker could switch, falsify or read, from where',
  about: [
    'Tells each harm in a sentence first: how many homes, in how many ways, and the smallest set of controls that closes them. Then, of each component, link and zone, what follows for whoever controls one instance of it, or every instance.',
    'Figures are ranges where the design does not say enough. docs/reach.md tells how they are found.',
  ],
  args: [paths],
  options: {
    format: sendingFormat,
    ...tellingOptions,
  },
  examples: [
    { line: 'meterlint reach riverside.meter', told: 'who can switch off how many homes' },
    { line: 'meterlint reach --format csv --output reach.csv designs', told: 'a row for each position and harm' },
  ],
  exits: tellingExits,
  run: ({ args, options }) => tellReviews(args, options, (assessments) => reachForms[options.format](assessments, version)),
});
