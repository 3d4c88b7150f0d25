import type { Architecture, ControlUse, Element } from '../../../language/model/index.js';
import { mayStand } from '../../../language/semantics/index.js';
import { grantsOfMechanism, withElement } from '../../../review/index.js';
import type { Mutation } from '../support/mutation.js';
import { isContradicted } from '../support/contradicted.js';
import { everyElement } from './swaps.js';

/** Each control and each mechanism without weaknesses that may stand on an element and does not yet. */
export function additions(design: Architecture): Mutation[] {
  const { controls, mechanisms } = design.catalogue;
  const sound = [...mechanisms.values()].filter(({ name }) => {
    const grants = [...grantsOfMechanism(name, design.catalogue).values()];
    return grants.length > 0 && grants.every(({ because }) => because === undefined);
  });
  const isClaim = (word: string, element: Element) => isContradicted(word, element, design);
  return everyElement(design)
    .filter((element) => element.sort !== 'design' || !design.design.implicit)
    .flatMap((element) => [
      ...[...controls.values()]
        .filter((one) => mayStand(one, element.sort) && !isClaim(one.name, element))
        .map(({ name }) => adding(element, name, withControl)),
      ...sound
        .filter((one) => mayStand(one, element.sort) && !isClaim(one.name, element))
        .map(({ name }) => adding(element, name, withMechanism)),
    ]);
}

type Adding = (element: Element, name: string) => Element;

/** The change that writes one more word on an element. */
export function adding(element: Element, name: string, add: Adding): Mutation {
  return {
    what: `${element.name}: with ${name}`,
    apply: (one) => {
      const own = everyElement(one).find((other) => other.name === element.name && other.sort === element.sort);
      return own && withElement(one, add(own, name));
    },
    swap: { owner: element.name, gone: undefined, come: name },
  };
}

function withControl(element: Element, control: string): Element {
  const use: ControlUse = {
    control,
    mechanisms: [],
    from: undefined,
    to: undefined,
    planned: false,
    due: undefined,
    evidence: 'report',
  };
  return { ...element, controls: [...element.controls, use] };
}

/** A protocol above what is there; a product in the body. */
export function withMechanism(element: Element, mechanism: string): Element {
  if (element.sort !== 'link' && element.sort !== 'flow') {
    return { ...element, mechanisms: [...element.mechanisms, { mechanism }] };
  }
  const layer = { stack: [mechanism], from: undefined, to: undefined };
  return { ...element, layers: [...element.layers, layer] };
}
