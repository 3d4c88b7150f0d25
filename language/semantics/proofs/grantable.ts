import type { Catalogue, ElementSort } from '../../model/catalogue.js';
import { mechanismLineage, withImplied } from '../kinds.js';
import { providersOf } from '../mechanisms.js';
import { mayStand } from '../subject.js';

const answers = new WeakMap<Catalogue, Map<string, boolean>>();

/** Answers that are asked for again and again, kept as long as their catalogue. */
function kept(catalogue: Catalogue, key: string, find: () => boolean): boolean {
  let table = answers.get(catalogue);
  if (table === undefined) answers.set(catalogue, (table = new Map<string, boolean>()));
  let answer = table.get(key);
  if (answer === undefined) table.set(key, (answer = find()));
  return answer;
}

/** Whether a control can come to stand at a place in full: declared, implied by one that may be declared, or brought by a mechanism. */
export function isGrantable(control: string, place: ElementSort, catalogue: Catalogue): boolean {
  return kept(catalogue, `control ${control} ${place}`, () => comesTo(control, place, catalogue));
}

function comesTo(control: string, place: ElementSort, catalogue: Catalogue): boolean {
  const controls = [...catalogue.controls.values()];
  if (controls.some((one) => mayStand(one, place) && withImplied(one.name, catalogue).includes(control))) return true;
  return providersOf(control, place, catalogue).length > 0;
}

/** Whether a mechanism, or one that is a kind of it, may stand at a place. */
export function isStackable(mechanism: string, place: ElementSort, catalogue: Catalogue): boolean {
  return kept(catalogue, `mechanism ${mechanism} ${place}`, () =>
    [...catalogue.mechanisms.values()].some((one) => mayStand(one, place) && mechanismLineage(one.name, catalogue).has(mechanism)),
  );
}
