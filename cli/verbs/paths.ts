import { waysText } from '../../report/reach/ways.js';
import { checkHarm } from '../harm.js';
import { flag } from '../option.js';
import { tellReviews, tellingExits, tellingOptions } from '../tell-reviews.js';
import { paths, verb } from '../verb.js';

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
    ...tellingOptions,
  },
  examples: [{ line: 'meterlint paths load-control-abuse riverside.meter', told: 'how homes could be switched off, and what ends that' }],
  exits: tellingExits,
  run: ({ args: [harm, ...given], options }) =>
    tellReviews(
      given,
      options,
      (assessments) => waysText(assessments, harm!, options.all ? Number.POSITIVE_INFINITY : few),
      ({ snapshot }) => {
        checkHarm(harm!, snapshot.catalogue);
      },
    ),
});
