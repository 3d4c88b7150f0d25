import { nameReviews } from '../../../summary/named.js';
import type { Reviewed } from '../../problem.js';
import { uuidOf } from '../../uuid.js';
import { inPieces, type ReportContext } from '../format.js';
import { emptyResult, resultOf } from './result.js';
import { momentOf } from './values.js';
import { jsonPieces } from '../json-text.js';

export const oscal = inPieces({
  id: 'oscal',
  label: 'OSCAL assessment results',
  description: 'observations, risks and findings for compliance tools',
  extension: 'oscal-ar.json',
  pieces: toOscal,
});

/** The model of NIST that this follows. */
const oscalVersion = '1.1.2';

/** The reviews as OSCAL assessment results, one result a design. All times are those of the day that dates were compared with. */
function toOscal({ assessments }: Reviewed, context: ReportContext): Iterable<string> {
  const reviews = nameReviews(assessments, context.toPath);
  const date = assessments[0]?.date ?? '1970-01-01';
  const time = momentOf(date, 'first') ?? '1970-01-01T00:00:00Z';
  const ids = reviews.map(({ id }) => id).join(' ');
  const uuid = (name: string) => uuidOf(name, context.digest);
  const plan = uuid(`plan ${ids}`);
  const document = {
    'assessment-results': {
      uuid: uuid(`assessment-results ${date} ${ids}`),
      metadata: {
        title: 'Review of smart-metering architectures by Meterlint',
        'last-modified': time,
        version: date,
        'oscal-version': oscalVersion,
      },
      'import-ap': { href: `#${plan}`, remarks: 'A stand-in: the review followed the profiles of the designs.' },
      results: reviews.length === 0 ? [emptyResult(time, uuid)] : reviews.map((review) => resultOf(review, { ...context, uuid, time })),
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: 'Stand-in for an assessment plan',
            description:
              'No assessment plan was written in OSCAL. Every requirement of the profiles that a design names is evaluated on every element of its text.',
          },
        ],
      },
    },
  };
  return jsonPieces(document);
}
