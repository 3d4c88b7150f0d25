import { carriersOf, endsOfFlow, endsOfLink, knownNames } from '../../language/semantics/index.js';
import type { Element, Mechanism } from '../../language/model/index.js';
import type { Evaluator } from '../evaluate.js';
import { natureOf } from './natures.js';
import { stackOf } from './stacks.js';
import { usedIn } from './used.js';

/**
 * How near a mechanism is to what is spoken around an element:
 * - `own`: of a family that stands on the element; of a flow also on its links and on other flows of the devices at its ends
 * - `general`: of no family; or of one that these devices speak, of which a link need not know; or where no family is spoken
 * - `foreign`: of another family than the ones that are spoken there, or in the design
 */
export type Nearness = 'own' | 'general' | 'foreign';

export const nearestFirst: readonly Nearness[] = ['own', 'general', 'foreign'];

export function nearnessOf({ name }: Mechanism, element: Element, evaluator: Evaluator): Nearness {
  const families = familiesOf(name, evaluator);
  if (families.length === 0) return 'general';
  const { own, devices, design } = spokenAround(element, evaluator);
  const isAmong = (spoken: ReadonlySet<string>) => families.some((family) => spoken.has(family));
  if (isAmong(own)) return 'own';
  if (isAmong(devices)) return element.sort === 'link' ? 'general' : 'own';
  if (withoutMedia(own, evaluator).size > 0 || devices.size > 0) return 'foreign';
  return design.size === 0 || isAmong(design) ? 'general' : 'foreign';
}

/** Whether a stack speaks one family of protocols, and a mechanism is of another one. Over a medium several may be spoken. */
export function isOfAnotherFamily({ name }: Mechanism, element: Element, evaluator: Evaluator): boolean {
  const families = familiesOf(name, evaluator);
  if (families.length === 0) return false;
  const spoken = withoutMedia(new Set(stackOf(element).flatMap((one) => familiesOf(one, evaluator))), evaluator);
  return spoken.size > 0 && !families.some((family) => spoken.has(family));
}

function familiesOf(name: string, { facts }: Evaluator): readonly string[] {
  return natureOf(name, facts.catalogue).families;
}

interface Spoken {
  readonly own: ReadonlySet<string>;
  readonly devices: ReadonlySet<string>;
  readonly design: ReadonlySet<string>;
}

function spokenAround(element: Element, evaluator: Evaluator): Spoken {
  return evaluator.derived(element, 'families around', () => {
    const devices = withoutMedia(families(ofDevices(element, evaluator), evaluator), evaluator);
    return { own: families(ownOf(element, evaluator), evaluator), devices, design: inDesign(evaluator) };
  });
}

/** A medium is spoken where it is; another link of the same device has its own. */
function withoutMedia(all: ReadonlySet<string>, { facts }: Evaluator): ReadonlySet<string> {
  const { isCarrier } = carriersOf(facts.catalogue);
  return new Set([...all].filter((family) => !isCarrier(family)));
}

function families(elements: Iterable<Element>, evaluator: Evaluator): ReadonlySet<string> {
  const all = [...elements].flatMap((one) => [...stackOf(one), ...one.controls.flatMap(({ mechanisms }) => mechanisms)]);
  return new Set(all.flatMap((name) => familiesOf(name, evaluator)));
}

function inDesign(evaluator: Evaluator): ReadonlySet<string> {
  return evaluator.derived(evaluator, 'families of the design', () =>
    withoutMedia(new Set([...usedIn(evaluator).all].flatMap((name) => familiesOf(name, evaluator))), evaluator),
  );
}

/** The element with what it runs over. */
function ownOf(element: Element, { facts }: Evaluator): Element[] {
  if (element.sort === 'flow') return [element, ...element.hops.flatMap(({ link }) => facts.link(link) ?? [])];
  return element.sort === 'component' ? [element, ...facts.linksAt(element.name)] : [element];
}

/** The devices at the ends, with their links and flows. */
function ofDevices(element: Element, { facts }: Evaluator): Element[] {
  return endsOf(element).flatMap((name) => {
    const device = facts.component(name);
    // A system in the office speaks with everybody.
    const speaksOne = device !== undefined && !facts.is(device, knownNames.backEndSystem) && !facts.is(device, knownNames.externalParty);
    return speaksOne ? [device, ...facts.linksAt(name), ...facts.flowsAt(name)] : [];
  });
}

function endsOf(element: Element): readonly string[] {
  if (element.sort === 'component') return [element.name];
  if (element.sort === 'link') return endsOfLink(element);
  return element.sort === 'flow' ? endsOfFlow(element) : [];
}
