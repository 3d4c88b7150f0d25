import type { Element } from '../../../language/model/index.js';
import { oneLine } from '../../clean.js';
import type { NamedReview } from '../../../summary/named.js';
import { escapeMarkdown } from '../../page.js';
import { attributesOf } from './attributes.js';

/** `riverside/meter`: unique over all designs of a review. */
export function idOf(name: string, review: NamedReview): string {
  return `${review.id}/${name}`;
}

/** What every element has in this format. */
export function basics(element: Element, review: NamedReview) {
  return {
    id: idOf(element.name, review),
    name: oneLine(element.title ?? element.name) || element.name,
    ...(element.documentation === undefined ? {} : { description: escapeMarkdown(element.documentation) }),
    attributes: attributesOf(element, review),
  };
}
