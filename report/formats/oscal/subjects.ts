import { elementsOfSort } from '../../../language/semantics/index.js';
import type { ElementSort } from '../../../language/model/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { elementUuid, type Telling } from './telling.js';
import { markup, markupLine, property } from './values.js';

/** What OSCAL calls the sorts of elements; it has no word for data. */
const types: Readonly<Record<ElementSort, string>> = {
  design: 'this-system',
  zone: 'network',
  component: 'system',
  data: 'data',
  link: 'interconnection',
  flow: 'service',
};

/** The elements that a requirement applies to, for observations to point to. */
export function subjectsOf(review: NamedReview, telling: Telling) {
  const { architecture } = review.assessment;
  return (Object.keys(types) as ElementSort[])
    .flatMap((sort) => elementsOfSort(architecture, sort))
    .filter(({ name }) => review.applied(name).length > 0)
    .map(({ name, title, documentation, sort, kinds }) => ({
      uuid: elementUuid(name, review, telling),
      type: types[sort],
      title: markupLine(title ?? name),
      description: markup(documentation ?? title ?? name),
      props: [property('element', name), property('sort', sort), ...kinds.map((kind) => property('kind', kind))],
      status: { state: 'under-development', remarks: 'A design says what is to be built.' },
    }));
}
