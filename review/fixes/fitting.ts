import { carriersOf, isAtHome } from '../../language/semantics/index.js';
import type { Element, Mechanism } from '../../language/model/index.js';
import type { Evaluator } from '../evaluate.js';
import { nearnessOf } from './families.js';
import { askedOnce, natureOf } from './natures.js';
import { isInUse, isMedium, isPossible, isSurelyCarried } from './possible.js';
import { stackOf } from './stacks.js';

/** Whether a mechanism is one that a fix may choose. A medium, another family of protocols, and what is made for other things are no choices of a fix. */
export const isFitting = askedOnce(
  'fitting',
  (mechanism, element, evaluator) =>
    // What is asked of the mechanism and the design alone goes first, and then what is known of the element.
    isKnownHere(mechanism, evaluator) &&
    !choosesMedium(evaluator, mechanism, element) &&
    nearnessOf(mechanism, element, evaluator) !== 'foreign' &&
    suits(evaluator, mechanism.name, element) &&
    isPossible(mechanism, element, evaluator) &&
    isSurelyCarried(mechanism, element, evaluator),
);

/** Whether an element is one that a mechanism is made for, by its own word and that of all that it is a form of. What is unknown may be. */
export function suits({ facts, conditions }: Evaluator, mechanism: string, element: Element): boolean {
  return [mechanism, ...facts.mechanismKinds(mechanism).keys()].every((name) => {
    const condition = facts.catalogue.mechanisms.get(name)?.suits;
    return condition === undefined || conditions.of(condition, element) > 0;
  });
}

/** Whether a mechanism is a medium that nobody has chosen for a link: one of many, where nothing says which, and no choice of a fix. */
export function choosesMedium({ facts }: Evaluator, mechanism: Mechanism, element: Element): boolean {
  return element.sort === 'link' && isMedium(mechanism, facts) && !stackOf(element).some(carriersOf(facts.catalogue).isCarrier);
}

/** What belongs to some countries is chosen where the design says that it is in one of them, or uses it. */
function isKnownHere(mechanism: Mechanism, evaluator: Evaluator): boolean {
  const { catalogue, design } = evaluator.facts.architecture;
  return evaluator.derived(mechanism, 'known here', () =>
    natureOf(mechanism.name, catalogue).says.every(
      (one) => one.homes.length === 0 || isAtHome(one, design.profiles, catalogue) || isInUse(one.name, evaluator),
    ),
  );
}
