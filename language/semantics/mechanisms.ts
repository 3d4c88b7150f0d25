import type { Catalogue, Mechanism, ElementSort } from '../model/catalogue.js';
import { impliedBy, mechanismLineage } from './kinds.js';
import { oncePer } from './once.js';
import { mayStand } from './subject.js';

/** What a mechanism says of a control; `because` tells why it is weak for it. */
export interface MechanismGrant {
  readonly granted: string;
  /** All that are provided in full and imply it, where it is only implied. */
  readonly ways: readonly string[];
  readonly because: string | undefined;
  /** The mechanism that says it: itself, or one that it is. */
  readonly by: string;
}

/**
 * Everything that a mechanism grants. What it says itself goes before what its parents say; weak goes before
 * provided where both are said at the same distance; what a granted control implies comes along, unless something is said of it.
 */
export function grantsOfMechanism(name: string, catalogue: Catalogue): MechanismGrants {
  const { grants } = answersOf(catalogue);
  let found = grants.get(name);
  if (found === undefined) grants.set(name, (found = readGrants(name, catalogue)));
  return found;
}

/** By control. */
export type MechanismGrants = ReadonlyMap<string, MechanismGrant>;

interface Answers {
  readonly grants: Map<string, MechanismGrants>;
  /** By `CONTROL SORT`. */
  readonly providers: Map<string, readonly Mechanism[]>;
}

/** What is asked for again and again, kept as long as its catalogue. */
const answersOf = oncePer<Catalogue, Answers>(() => ({ grants: new Map(), providers: new Map() }));

function readGrants(name: string, catalogue: Catalogue): MechanismGrants {
  const said = new Map<string, MechanismGrant & { distance: number }>();
  for (const [kind, distance] of mechanismLineage(name, catalogue)) {
    const mechanism = catalogue.mechanisms.get(kind);
    for (const { controls, because } of mechanism?.weaknesses ?? []) {
      for (const control of controls) {
        const before = said.get(control);
        if (before === undefined || (before.distance === distance && before.because === undefined)) {
          said.set(control, { granted: control, ways: [], because, distance, by: kind });
        }
      }
    }
    for (const control of mechanism?.provides ?? []) {
      if (!said.has(control)) said.set(control, { granted: control, ways: [], because: undefined, distance, by: kind });
    }
  }
  const all = new Map<string, MechanismGrant>(said);
  for (const [control, { because, by }] of said) {
    for (const implied of impliedBy(control, catalogue)) {
      if (said.has(implied)) continue;
      const before = all.get(implied);
      const ways = [...(before?.ways ?? []), ...(because === undefined ? [control] : [])];
      if (before === undefined || (before.because !== undefined && because === undefined))
        all.set(implied, { granted: control, ways, because, by });
      else all.set(implied, { ...before, ways });
    }
  }
  return all;
}

/** Whether a mechanism provides a control in full, itself or through what it is: where it is weak for it, it does not. */
export function providesInFull(mechanism: string, control: string, catalogue: Catalogue): boolean {
  const grant = grantsOfMechanism(mechanism, catalogue).get(control);
  return grant !== undefined && grant.because === undefined;
}

/** Mechanisms that provide a control in full and may stand on a sort of element, in the order of the catalogue. */
export function providersOf(control: string, sort: ElementSort, catalogue: Catalogue): readonly Mechanism[] {
  const { providers } = answersOf(catalogue);
  const key = `${control} ${sort}`;
  let found = providers.get(key);
  if (found === undefined) {
    found = [...catalogue.mechanisms.values()].filter((one) => mayStand(one, sort) && providesInFull(one.name, control, catalogue));
    providers.set(key, found);
  }
  return found;
}

/** Whether a mechanism is weak for something that another one provides in full. */
export function isWeakBeside(one: string, other: string, catalogue: Catalogue): boolean {
  return [...grantsOfMechanism(one, catalogue)].some(
    ([control, { because }]) => because !== undefined && providesInFull(other, control, catalogue),
  );
}
