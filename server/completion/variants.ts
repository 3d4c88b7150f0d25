import { addedHere, spokenOf } from './added.js';
import { elementOffers } from './elements.js';
import { definitionOffer, type CompletionOffer } from './offer.js';
import { elementOf, type Situation } from './situation.js';

const parts = ['Zone', 'Component', 'Data', 'Link', 'Flow'];

/** After `change`: what the design has, and the design itself. */
export function changeable(situation: Situation): CompletionOffer[] {
  const added = new Set(addedHere(situation).map(({ name }) => name));
  return elementOffers([...parts, 'Design'], situation, (name) => !added.has(name));
}

/** After `without`: what the design has. */
export function removable(situation: Situation): CompletionOffer[] {
  return elementOffers(parts, situation);
}

/** After `for`: what the variant adds, changes or takes away. */
export function payable(situation: Situation): CompletionOffer[] {
  const spoken = new Set(spokenOf(situation).map(({ name }) => name));
  return elementOffers([...parts, 'Design'], situation, (name) => spoken.has(name));
}

/** After `without` in a change: what the element itself says. */
export function saidOf(what: 'controls' | 'mechanisms' | 'data' | 'attributes'): (situation: Situation) => CompletionOffer[] {
  return (situation) => {
    const { catalogue, listed } = situation;
    const element = elementOf(situation);
    if (element === undefined) return [];
    const named = (names: readonly string[]) => [...new Set(names)].filter((name) => !listed.has(name));
    switch (what) {
      case 'controls':
        return named(element.controls.map(({ control }) => control)).flatMap((name) => offer('Control', catalogue.controls.get(name)));
      case 'mechanisms':
        return named(element.mechanisms.map(({ mechanism }) => mechanism)).flatMap((name) =>
          offer('Mechanism', catalogue.mechanisms.get(name)),
        );
      case 'attributes':
        return named(element.settings.map(({ attribute }) => attribute)).flatMap((name) =>
          offer('Attribute', catalogue.attributes.get(name)),
        );
      case 'data': {
        const stores = new Set(element.sort === 'component' ? element.stores : []);
        return elementOffers(['Data'], situation, (name) => stores.has(name));
      }
    }
  };
}

function offer(type: string, definition: Parameters<typeof definitionOffer>[1] | undefined): CompletionOffer[] {
  return definition === undefined ? [] : [definitionOffer(type, definition)];
}
