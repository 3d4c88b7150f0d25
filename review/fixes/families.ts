import { carriersOf, type Element, type Mechanism } from '../../language/model/index.js';
import type { Evaluator } from '../evaluate.js';
import { stackOf } from './stacks.js';

/**
 * How near a mechanism is to what is spoken around an element:
 * - `own`: of a family that stands on the element, on its links and flows, or on other links and flows of the devices at its ends
 * - `general`: of no family, or where no family is spoken there
 * - `elsewhere`: of a family that others in the design speak
 * - `foreign`: of another family than the one that is spoken there
 */
export type Nearness = 'own' | 'general' | 'elsewhere' | 'foreign';

export const nearest: readonly Nearness[] = ['own', 'general', 'elsewhere', 'foreign'];

export function nearnessOf({ name }: Mechanism, element: Element, evaluator: Evaluator): Nearness {
  const families = familiesOf(name, evaluator);
  if (families.length === 0) return 'general';
  const { around, design } = spokenAround(element, evaluator);
  const isAmong = (spoken: ReadonlySet<string>) => families.some((family) => spoken.has(family));
  if (isAmong(around)) return 'own';
  if (around.size > 0) return 'foreign';
  return design.size === 0 || isAmong(design) ? 'general' : 'elsewhere';
}

/** The families that a mechanism is of, by `family` in the catalogue. */
function familiesOf(name: string, { facts }: Evaluator): string[] {
  return [...facts.mechanismKinds(name).keys()].filter((kind) => facts.catalogue.mechanisms.get(kind)?.family === true);
}

interface Spoken {
  readonly around: ReadonlySet<string>;
  readonly design: ReadonlySet<string>;
}

const spoken = new WeakMap<Evaluator, Map<string, Spoken>>();

function spokenAround(element: Element, evaluator: Evaluator): Spoken {
  let known = spoken.get(evaluator);
  if (known === undefined) spoken.set(evaluator, (known = new Map()));
  const key = `${element.place} ${element.name}`;
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = { around: heardAround(element, evaluator), design: inDesign(evaluator) }));
  return found;
}

/** A medium is spoken where it is; another link of the same device has its own. */
function heardAround(element: Element, evaluator: Evaluator): ReadonlySet<string> {
  const { isCarrier } = carriersOf(evaluator.facts.catalogue);
  const elsewhere = [...families(ofDevices(element, evaluator), evaluator)].filter((family) => !isCarrier(family));
  return new Set([...families(ownOf(element, evaluator), evaluator), ...elsewhere]);
}

function families(elements: Iterable<Element>, evaluator: Evaluator): ReadonlySet<string> {
  const all = [...elements].flatMap((one) => [...stackOf(one), ...one.controls.flatMap(({ mechanisms }) => mechanisms)]);
  return new Set(all.flatMap((name) => familiesOf(name, evaluator)));
}

const designs = new WeakMap<Evaluator, ReadonlySet<string>>();

function inDesign(evaluator: Evaluator): ReadonlySet<string> {
  const { links, flows, components } = evaluator.facts.architecture;
  let all = designs.get(evaluator);
  if (all === undefined) designs.set(evaluator, (all = families([...links.values(), ...flows.values(), ...components.values()], evaluator)));
  return all;
}

/** The element with what it runs over or what runs over it. */
function ownOf(element: Element, { facts }: Evaluator): Element[] {
  if (element.place === 'link') return [element, ...facts.flowsOn(element.name)];
  if (element.place === 'flow') return [element, ...element.hops.flatMap(({ link }) => facts.link(link) ?? [])];
  return element.place === 'component' ? [element, ...facts.linksAt(element.name)] : [element];
}

/** The devices at the ends, with their links and flows. */
function ofDevices(element: Element, { facts }: Evaluator): Element[] {
  return endsOf(element).flatMap((name) => {
    const device = facts.component(name);
    // A system in the office speaks with everybody.
    const speaksOne = device !== undefined && !facts.is(device, 'back-end-system') && !facts.is(device, 'external-party');
    return speaksOne ? [device, ...facts.linksAt(name), ...facts.flowsAt(name)] : [];
  });
}

function endsOf(element: Element): readonly string[] {
  if (element.place === 'component') return [element.name];
  if (element.place === 'link') return [...element.sources, ...element.targets];
  return element.place === 'flow' ? [element.stops[0], element.stops.at(-1)].flatMap((stop) => stop ?? []) : [];
}
