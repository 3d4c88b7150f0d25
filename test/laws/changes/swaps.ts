import type { Architecture, ControlUse, Element, Layer, MechanismUse } from '../../../language/model/index.js';
import { elementsOfSort } from '../../../language/semantics/index.js';
import { withElement } from '../../../review/index.js';
import type { Mutation } from '../support/mutation.js';

export const places = ['design', 'zone', 'component', 'data', 'link', 'flow'] as const;

export const everyElement = (design: Architecture): Element[] => places.flatMap((sort) => elementsOfSort(design, sort));

/** Each mechanism of a design, wherever it stands, replaced by others: one change for each. */
export function swaps(design: Architecture, others: (mechanism: string, element: Element) => readonly string[]): Mutation[] {
  return everyElement(design).flatMap((element) =>
    [...new Set(mechanismsOf(element))].flatMap((gone) =>
      others(gone, element).map((come): Mutation => ({
        what: `${element.name}: ${come} instead of ${gone}`,
        apply: (one) => {
          const own = everyElement(one).find(({ name }) => name === element.name);
          return own !== undefined && mechanismsOf(own).includes(gone) ? withElement(one, swapped(own, gone, come)) : undefined;
        },
        swap: { owner: element.name, gone, come },
      })),
    ),
  );
}

function mechanismsOf(element: Element): string[] {
  return [
    ...element.mechanisms.map(({ mechanism }) => mechanism),
    ...element.controls.flatMap(({ mechanisms }) => mechanisms),
    ...(element.sort === 'link' || element.sort === 'flow' ? element.layers.flatMap(({ stack }) => stack) : []),
  ];
}

/** One word for another wherever the element says it, so that nothing of the better word is left. */
function swapped(element: Element, gone: string, come: string): Element {
  const word = (name: string) => (name === gone ? come : name);
  const body = {
    mechanisms: element.mechanisms.map((use): MechanismUse => ({ ...use, mechanism: word(use.mechanism) })),
    controls: element.controls.map((use): ControlUse => ({ ...use, mechanisms: use.mechanisms.map(word) })),
  };
  if (element.sort !== 'link' && element.sort !== 'flow') return { ...element, ...body };
  return { ...element, ...body, layers: element.layers.map((layer): Layer => ({ ...layer, stack: layer.stack.map(word) })) };
}
