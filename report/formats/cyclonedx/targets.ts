import { elementsOfSort } from '../../../language/semantics/index.js';
import type { Element, ElementSort } from '../../../language/model/index.js';
import { oneLine } from '../../clean.js';
import type { NamedReview } from '../../../summary/named.js';
import { elementRef } from './refs.js';

/** The elements that claims are about. The format knows components and services: zones, links, flows and designs are told as services. */
export function targetsOf(reviews: readonly NamedReview[]) {
  return {
    components: [...told(reviews, 'component', 'device'), ...told(reviews, 'data', 'data')],
    services: (['design', 'zone', 'link', 'flow'] as const).flatMap((sort) => told(reviews, sort, undefined)),
  };
}

function told(reviews: readonly NamedReview[], sort: ElementSort, type: 'device' | 'data' | undefined) {
  return reviews.flatMap((review) =>
    elementsOfSort(review.assessment.architecture, sort)
      .filter(({ name }) => review.applied(name).length > 0)
      .map((element) => ({
        ...(type === undefined ? {} : { type }),
        'bom-ref': elementRef(review, element.name),
        name: oneLine(element.title ?? element.name) || element.name,
        properties: propertiesOf(element, review),
      })),
  );
}

function propertiesOf({ name, sort, kinds }: Element, { id }: NamedReview) {
  return [
    { name: 'meterlint:design', value: id },
    { name: 'meterlint:element', value: name },
    { name: 'meterlint:sort', value: sort },
    ...kinds.map((kind) => ({ name: 'meterlint:kind', value: kind })),
  ];
}
