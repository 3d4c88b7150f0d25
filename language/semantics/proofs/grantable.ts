import type { Catalogue, Place } from '../../model/catalogue.js';
import { impliedBy, lineage } from '../kinds.js';

interface Placed {
  readonly places: readonly Place[];
}

/** Whether something may stand at a place: where no place is named, anywhere. */
export function mayStand({ places }: Placed, place: Place): boolean {
  return places.length === 0 || places.includes(place);
}

const answers = new WeakMap<Catalogue, Map<string, boolean>>();

/** Answers that are asked for again and again, kept as long as their catalogue. */
function kept(catalogue: Catalogue, key: string, find: () => boolean): boolean {
  let table = answers.get(catalogue);
  if (table === undefined) answers.set(catalogue, (table = new Map()));
  let answer = table.get(key);
  if (answer === undefined) table.set(key, (answer = find()));
  return answer;
}

/** Whether a control can come to stand at a place: declared, implied by one that may be declared, or brought by a mechanism. */
export function isGrantable(control: string, place: Place, catalogue: Catalogue): boolean {
  return kept(catalogue, `control ${control} ${place}`, () => comesTo(control, place, catalogue));
}

function comesTo(control: string, place: Place, catalogue: Catalogue): boolean {
  const brings = (given: string) => given === control || impliedBy(given, catalogue).includes(control);
  if ([...catalogue.controls.values()].some((one) => mayStand(one, place) && brings(one.name))) return true;
  return [...catalogue.mechanisms.values()].some(
    (one) =>
      mayStand(one, place) &&
      [...lineage([one.name], catalogue.mechanisms, 0).keys()].some((name) => catalogue.mechanisms.get(name)?.provides.some(brings)),
  );
}

/** Whether a mechanism, or one that is a kind of it, may stand at a place. */
export function isStackable(mechanism: string, place: Place, catalogue: Catalogue): boolean {
  const { mechanisms } = catalogue;
  return kept(catalogue, `mechanism ${mechanism} ${place}`, () =>
    [...mechanisms.values()].some((one) => mayStand(one, place) && lineage([one.name], mechanisms, 0).has(mechanism)),
  );
}
