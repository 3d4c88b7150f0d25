import type { Catalogue, Mechanism, Place } from '../model/index.js';
import { impliedBy, lineage } from '../semantics/kinds.js';
import { mayStand } from '../semantics/proofs/grantable.js';

export { mayStand };

/** Every control that a mechanism says something of, as provided or as weak, what they imply included. */
export function controlsOf(mechanism: string, catalogue: Catalogue): Set<string> {
  const controls = new Set<string>();
  for (const name of lineage([mechanism], catalogue.mechanisms, 0).keys()) {
    const one = catalogue.mechanisms.get(name);
    for (const control of [...(one?.provides ?? []), ...(one?.weaknesses ?? []).flatMap((weakness) => weakness.controls)]) {
      controls.add(control);
      for (const implied of impliedBy(control, catalogue)) controls.add(implied);
    }
  }
  return controls;
}

/** Whether a mechanism provides a control itself or through what it is; where it says `weak`, it does not. */
export function provides(mechanism: Mechanism, control: string, catalogue: Catalogue): boolean {
  for (const name of lineage([mechanism.name], catalogue.mechanisms, 0).keys()) {
    const one = catalogue.mechanisms.get(name);
    if (one === undefined) continue;
    if (one.weaknesses.some((weakness) => weakness.controls.includes(control))) return false;
    if (one.provides.some((given) => given === control || impliedBy(given, catalogue).includes(control))) return true;
  }
  return false;
}

const tables = new WeakMap<Catalogue, Map<string, readonly Mechanism[]>>();

/** Mechanisms that provide a control and may stand at a place, in the order of the catalogue. */
export function providersOf(control: string, place: Place, catalogue: Catalogue): readonly Mechanism[] {
  let table = tables.get(catalogue);
  if (table === undefined) tables.set(catalogue, (table = new Map()));
  const key = `${control} ${place}`;
  let found = table.get(key);
  if (found === undefined) {
    found = [...catalogue.mechanisms.values()].filter((one) => mayStand(one, place) && provides(one, control, catalogue));
    table.set(key, found);
  }
  return found;
}
