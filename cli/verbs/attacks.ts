import { attackForms } from '../../report/reach/attack-forms.js';
import { choice } from '../option.js';
import { tellReviews, tellingExits, tellingOptions } from '../tell-reviews.js';
import { paths, verb } from '../verb.js';

export const attacksVerb = verb({
  name: 'attacks',
  summary: 'tell of each attack of the catalogue whether a design makes it possible, stops it, or is not concerned',
  about: [
    'The attacks are those of meterlint list attacks. One whose steps the catalogue knows is asked of the design step by step: possible, with the way; stopped, with the controls that stop it; or not concerned, with the step that has no place. Of one without steps the requirements that name it are listed, or those against its threats, and what is open of them.',
  ],
  args: [paths],
  options: {
    format: choice(['text', 'json', 'csv'], 'text', 'for the terminal, for programs, or for a spreadsheet'),
    ...tellingOptions,
  },
  examples: [{ line: 'meterlint attacks riverside.meter', told: 'which attacks are possible there, and what stops the others' }],
  exits: tellingExits,
  run: ({ args, options }) => tellReviews(args, options, attackForms[options.format]),
});
