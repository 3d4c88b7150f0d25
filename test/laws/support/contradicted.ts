import { impliedBy } from '../../../language/semantics/kinds.js';
import type { Architecture, Element } from '../../../language/model/index.js';
import { elementNamed, grantsOfMechanism } from '../../../review/index.js';

/**
 * Whether a control or mechanism claims on an element what a protocol that runs there says it cannot do: DLMS suite 0 makes no signature, whoever says so. To
 * take such a claim away, or to add it, is neither a protection lost nor one won.
 */
export function isContradicted(word: string, element: Element | undefined, { catalogue }: Architecture): boolean {
  if (element?.sort !== 'link' && element?.sort !== 'flow') return false;
  const claimed = catalogue.mechanisms.has(word) ? [...grantsOfMechanism(word, catalogue).keys()] : [word, ...impliedBy(word, catalogue)];
  const others = element.layers.flatMap(({ stack }) => stack).filter((name) => name !== word);
  return others.some((name) => {
    const grants = grantsOfMechanism(name, catalogue);
    return claimed.some((control) => grants.get(control)?.because !== undefined);
  });
}

export function isContradictedOn(word: string | undefined, owner: string, design: Architecture): boolean {
  return word !== undefined && isContradicted(word, elementNamed(design, owner), design);
}
