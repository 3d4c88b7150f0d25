import { matrixForms } from '../../report/matrix/forms.js';
import { matrixSorts } from '../../report/matrix/told.js';
import { choice } from '../option.js';
import { sendingFormat, tellReviews, tellingExits, tellingOptions } from '../tell-reviews.js';
import { version } from '../version.js';
import { paths, verb } from '../verb.js';

export const matrixVerb = verb({
  name: 'matrix',
  summary: 'tell how a design stands against each threat: by element, or by requirement',
  about: [
    '--by threat: of each element, what the requirements against each threat come to there. --by requirement-threat: which requirement works against which threat, and how it stands in the design: missing or weak with the worst severity, met, or not concerned. Counted is what the review says; docs/matrix.md tells how.',
    'Requirement by element is the traceability matrix: meterlint export --format matrix-csv.',
  ],
  args: [paths],
  options: {
    by: choice(matrixSorts, 'threat', 'threats by element, or requirements by threat'),
    format: sendingFormat,
    ...tellingOptions,
  },
  examples: [
    { line: 'meterlint matrix riverside.meter', told: 'which threat is open on which element' },
    {
      line: 'meterlint matrix --by requirement-threat --format html --output threats.html designs',
      told: 'what answers each threat, as a page',
    },
  ],
  exits: tellingExits,
  run: ({ args, options }) => tellReviews(args, options, (assessments) => matrixForms[options.format](assessments, options.by, version)),
});
