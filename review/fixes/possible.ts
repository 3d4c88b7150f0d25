import { carriersOf, excludedBy, exclusiveClasses, isUsedUnder, isWeakBeside } from '../../language/semantics/index.js';
import type { Element, Flow, Link, Mechanism } from '../../language/model/index.js';
import type { Evaluator } from '../evaluate.js';
import { isOfAnotherFamily } from './families.js';
import { askedOnce, natureOf } from './natures.js';
import { countedHops, isProtocol, stackOf } from './stacks.js';
import { usedIn } from './used.js';

/**
 * Whether a mechanism can be on an element at all, by what the catalogue says of it and of all that it is a form of: `fits where`, `only in`,
 * `never in` and `runs over`. What is not known may be.
 */
export const isPossible = askedOnce('possible', (mechanism, element, evaluator): boolean => {
  const { facts, conditions } = evaluator;
  const { catalogue, design } = facts.architecture;
  const { says } = natureOf(mechanism.name, catalogue);
  return (
    says.every((one) => isUsedUnder(one, design.profiles, catalogue) || isInUse(one.name, evaluator)) &&
    says.every(({ fits }) => fits === undefined || conditions.of(fits, element) > 0) &&
    isCarried(mechanism, element, evaluator) &&
    !isOfAnotherFamily(mechanism, element, evaluator)
  );
});

/** What the design uses is used there, whatever the country. */
export function isInUse(name: string, evaluator: Evaluator): boolean {
  const all = evaluator.derived(
    evaluator,
    'mechanisms in use',
    () => new Set([...usedIn(evaluator).stacks].flatMap((one) => [...evaluator.facts.mechanismKinds(one).keys()])),
  );
  return all.has(name);
}

function isCarried(mechanism: Mechanism, element: Element, { facts }: Evaluator): boolean {
  const { catalogue } = facts;
  const carriers = carriersOf(catalogue);
  if (element.sort === 'link') {
    const stack = stackOf(element);
    const stays = stack.filter((name) => !takesThePlaceOf(mechanism.name, name, facts));
    if (!isMedium(mechanism, facts)) return carriers.canRunOver(mechanism.name, stays);
    // Nobody chooses another medium for a control, and a medium lies beneath everything.
    return stack.some((name) => carriers.isCarrier(name) && !stays.includes(name)) || stays.length === 0;
  }
  if (element.sort === 'component') return isSpokenOnSomeLink(mechanism, element, facts);
  if (element.sort !== 'flow') return true;
  const links = linksBeneath(element, facts);
  if (!isMedium(mechanism, facts) || !isProtocol(mechanism))
    return links.every((link) => carriers.canRunOver(mechanism.name, stackOf(link)));
  const beneath = links.flatMap(stackOf).filter(carriers.isCarrier);
  return beneath.length === 0 || beneath.some((name) => isSameMedium(mechanism.name, name, facts));
}

/** What a device has for a protocol needs a link that can bear the protocol; links of which nothing is stated may. */
function isSpokenOnSomeLink(mechanism: Mechanism, { name }: Element, facts: Evaluator['facts']): boolean {
  const links = facts.linksAt(name);
  return links.length === 0 || links.some((link) => carriersOf(facts.catalogue).canRunOver(mechanism.name, stackOf(link)));
}

/** Whether what lies beneath is known to bear a mechanism: of a class such as a shared medium it is not known which of its forms is meant. */
export function isSurelyCarried(mechanism: Mechanism, element: Element, { facts }: Evaluator): boolean {
  const carriers = carriersOf(facts.catalogue);
  if ((element.sort !== 'link' && element.sort !== 'flow') || isMedium(mechanism, facts)) return true;
  const beneath = element.sort === 'link' ? [element] : linksBeneath(element, facts);
  return beneath.every((link) => carriers.surelyRunsOver(mechanism.name, stackOf(link)));
}

/** The links that a layer of the flow lies on. */
export function linksBeneath(flow: Flow, facts: Evaluator['facts']): Link[] {
  const counted = countedHops(flow, facts);
  const [first, last] = [Math.min(...counted), Math.max(...counted)];
  const isAtPerson = ({ from, to, step }: Flow['hops'][number]) =>
    (step === 0 && facts.isPerson(from)) || (step === flow.stops.length - 2 && facts.isPerson(to));
  return flow.hops.flatMap((hop, index) => {
    // Where a person passes something on, nothing but what a person can carry goes from end to end.
    const isPassed = facts.isPersonHop(hop) ? !isAtPerson(hop) : counted.length === 0 || (index >= first && index <= last);
    return isPassed ? (facts.link(hop.link) ?? []) : [];
  });
}

/** A carrier that runs over nothing else. */
export function isMedium({ name }: Mechanism, facts: Evaluator['facts']): boolean {
  return natureOf(name, facts.catalogue).isMedium;
}

/** Whether two are ways of the same medium: one is a form of the other, or both of a class of which one holds. */
function isSameMedium(one: string, other: string, facts: Evaluator['facts']): boolean {
  const isForm = facts.mechanismKinds(one).has(other) || facts.mechanismKinds(other).has(one);
  return isForm || excludedBy(one, other, facts.catalogue) !== undefined;
}

/**
 * Whether a layer is written in the place of another one: of one that cannot hold beside it, of a less exact word for itself, or of a word that
 * says nothing but what is weak. A class of media stands: which of its forms is meant, only the author knows.
 */
export function takesThePlaceOf(mechanism: string, other: string, facts: Evaluator['facts']): boolean {
  const { catalogue } = facts;
  if (mechanism === other) return false;
  if (excludedBy(mechanism, other, catalogue) !== undefined) return true;
  if (facts.mechanismKinds(mechanism).has(other)) {
    return !carriersOf(catalogue).isCarrier(other) || exclusiveClasses(other, catalogue).length > 0;
  }
  return isMereWeakness(other, facts) && isWeakBeside(other, mechanism, catalogue);
}

/** No protocol, but a word for what is wrong with one, such as that it sends in clear. */
function isMereWeakness(name: string, { catalogue }: Evaluator['facts']): boolean {
  const { parents = [], provides = [], weaknesses = [], see = [] } = catalogue.mechanisms.get(name) ?? {};
  return (
    parents.length === 0 && provides.length === 0 && weaknesses.length > 0 && see.length === 0 && !carriersOf(catalogue).isCarrier(name)
  );
}
