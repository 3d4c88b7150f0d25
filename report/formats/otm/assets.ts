import type { NamedReview } from '../../../summary/named.js';
import { basics } from './ids.js';

/** What the format asks for and nobody stated: nobody rates data in a design. */
const risk = {
  confidentiality: 0,
  integrity: 0,
  availability: 0,
  comment: 'Not rated: the design states the class of the data, see the attributes.',
};

export function assetsOf(review: NamedReview) {
  return [...review.assessment.architecture.data.values()].map((data) => ({ ...basics(data, review), risk }));
}
