import type { Catalogue, ElementSort } from '../../model/catalogue.js';
import { mechanismLineage, withImplied } from '../kinds.js';
import { providersOf } from '../mechanisms.js';
import { oncePer } from '../once.js';
import { mayStand } from '../subject.js';

const answers = oncePer<Catalogue, Map<string, boolean>>(() => new Map());

/** Answers that are asked for again and again, kept as long as their catalogue. */
function kept(catalogue: Catalogue, key: string, find: () => boolean): boolean {
  const table = answers(catalogue);
  let answer = table.get(key);
  if (answer === undefined) table.set(key, (answer = find()));
  return answer;
}

/** Whether a control can come to stand on a sort of element in full: declared, implied by one that may be declared, or brought by a mechanism. */
export function isGrantable(control: string, sort: ElementSort, catalogue: Catalogue): boolean {
  return kept(catalogue, `control ${control} ${sort}`, () => comesTo(control, sort, catalogue));
}

function comesTo(control: string, sort: ElementSort, catalogue: Catalogue): boolean {
  const controls = [...catalogue.controls.values()];
  if (controls.some((one) => mayStand(one, sort) && withImplied(one.name, catalogue).includes(control))) return true;
  return providersOf(control, sort, catalogue).length > 0;
}

/** Whether a mechanism, or one that is a kind of it, may stand on a sort of element. */
export function isStackable(mechanism: string, sort: ElementSort, catalogue: Catalogue): boolean {
  return kept(catalogue, `mechanism ${mechanism} ${sort}`, () =>
    [...catalogue.mechanisms.values()].some((one) => mayStand(one, sort) && mechanismLineage(one.name, catalogue).has(mechanism)),
  );
}
