import type { Architecture, Component, Element } from '../model/architecture.js';
import type { Setting, Yield } from '../model/catalogue.js';
import type { Value } from '../model/value.js';
import { defaultOf, isPartyOfWay } from './attributes.js';
import { kindTable, kindsOf, type Lineage } from './kinds.js';
import { knownNames } from './known-names.js';
import type { Subject } from './subject.js';
import { runnerNamed, zonesAround, zonesSpeakingFor, type DesignLookups } from './zones.js';

/** Where a value was written: on the element, on one of its kinds, on a zone or one of its kinds, or as what silence means. */
export type Origin =
  | { readonly kind: 'own' | 'default' }
  /** Computed from the design. */
  | { readonly kind: 'computed' }
  | { readonly kind: 'kind'; readonly name: string }
  /** `party` of what another component runs: that component's. */
  | { readonly kind: 'run by'; readonly name: string }
  | { readonly kind: 'zone'; readonly name: string; readonly zoneKind: string | undefined };

export interface FoundValue {
  readonly value: Value;
  readonly origin: Origin;
}

/** A design in which values are looked up. */
export interface Lookup extends DesignLookups {
  kinds(element: Element): Lineage;
  /** How many devices something is done to from one instance of an element; undefined where nobody computes it. */
  figure?(element: string, hold: Yield): Figure | undefined;
}

/** Somewhere from `low` to `high`; no `high` where nobody says how many there are. */
export interface Figure {
  readonly low: number;
  readonly high: number | undefined;
}

/** For who asks a few times. */
export function lookupIn(architecture: Architecture): Lookup {
  return {
    architecture,
    kinds: (element) => kindsOf(element, architecture.catalogue),
    component: (name) => architecture.components.get(name),
    zone: (name) => architecture.zones.get(name),
    zonesAround: (zone) => zonesAround(zone, architecture.zones),
  };
}

/** The value of an attribute where the language looks for it: on the element, its kinds from the nearest, its zones from the innermost, the default. */
export function valueOf(subject: Subject, attribute: string, lookup: Lookup): Value | undefined {
  return findValue(subject, attribute, lookup)?.value;
}

/** The same, with where it was found. */
export function findValue(subject: Subject, attribute: string, lookup: Lookup): FoundValue | undefined {
  const { catalogue } = lookup.architecture;
  const silence = () => {
    const value = defaultOf(attribute, subject.sort, catalogue);
    return value && { value, origin: { kind: 'default' as const } };
  };
  if (subject.sort === 'protocol' || isPartyOfWay(attribute, subject.sort)) return silence();
  const hold = catalogue.attributes.get(attribute)?.counts;
  if (hold !== undefined) return computedValue(lookup.figure?.(subject.name, hold));
  const isParty = attribute === knownNames.party && subject.sort === 'component';
  return (isParty ? partyOfRunner(subject, lookup) : undefined) ?? writtenValue(subject, attribute, lookup) ?? silence();
}

/** A number that is known exactly; a range is no value. */
function computedValue(figure: Figure | undefined): FoundValue | undefined {
  if (figure === undefined || figure.low !== figure.high) return undefined;
  return { value: { kind: 'integer', number: figure.low }, origin: { kind: 'computed' } };
}

/**
 * Whether a value is what silence means: the default of its attribute, or what a kind says that is shipped with the product. Nobody who drew the design has stated it;
 * what a kind of the design's own files says has been.
 */
export function isAssumed({ origin }: FoundValue, subject: Subject, { architecture: { catalogue } }: Lookup): boolean {
  switch (origin.kind) {
    case 'default':
      return true;
    case 'kind':
      return subject.sort === 'protocol' || kindTable(subject.sort, catalogue).get(origin.name)?.builtIn === true;
    case 'zone':
      return origin.zoneKind !== undefined && kindTable('zone', catalogue).get(origin.zoneKind)?.builtIn === true;
    default:
      return false;
  }
}

/** What is written of an element itself, its kinds and its zones, whoever runs it. */
export function writtenValue(element: Element, attribute: string, lookup: Lookup): FoundValue | undefined {
  const own = ownValue(element, attribute, lookup);
  if (own !== undefined) return own;
  for (const zone of zonesSpeakingFor(element, lookup)) {
    const found = ownValue(zone, attribute, lookup);
    if (found === undefined) continue;
    const zoneKind = found.origin.kind === 'kind' ? found.origin.name : undefined;
    return { value: found.value, origin: { kind: 'zone', name: zone.name, zoneKind } };
  }
  return undefined;
}

/** The party of the component that runs another one, by its own `run by` or that of its zones. */
function partyOfRunner(component: Component, lookup: Lookup): FoundValue | undefined {
  const name = runnerNamed(component, lookup);
  const runner = name === undefined || name === component.name ? undefined : lookup.component(name);
  const found = runner && writtenValue(runner, knownNames.party, lookup);
  return found && { value: found.value, origin: { kind: 'run by', name: runner.name } };
}

function ownValue(element: Element, attribute: string, lookup: Lookup): FoundValue | undefined {
  const set = valueIn(element.settings, attribute);
  if (set !== undefined) return { value: set, origin: { kind: 'own' } };
  const table = kindTable(element.sort, lookup.architecture.catalogue);
  for (const kind of lookup.kinds(element).keys()) {
    const value = valueIn(table.get(kind)?.settings ?? [], attribute);
    if (value !== undefined) return { value, origin: { kind: 'kind', name: kind } };
  }
  return undefined;
}

function valueIn(settings: readonly Setting[], attribute: string): Value | undefined {
  return settings.find((setting) => setting.attribute === attribute)?.value;
}

/** The name of the party that runs a component; undefined where it is no more than a word, or nobody said. */
export function partyNameOf(component: Component, lookup: Lookup): string | undefined {
  // A party that is drawn as a component is the one that `run by` names elsewhere.
  return runnerNamed(component, lookup) ?? (lookup.kinds(component).has(knownNames.externalParty) ? component.name : undefined);
}
