import type { Kind, Mechanism } from '../model/catalogue.js';
import { lineage } from './kinds.js';

/** Attributes for which equally near kinds give different values, with two of those kinds. */
export function ties(
  one: Pick<Kind, 'settings'>,
  parents: readonly string[],
  table: ReadonlyMap<string, Kind>,
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (parents.length === 0) return found;
  const own = new Set(one.settings.map((setting) => setting.attribute));
  const nearest = new Map<string, { distance: number; value: string; kind: string }>();
  for (const [name, distance] of lineage(parents, table)) {
    for (const { attribute, value } of table.get(name)?.settings ?? []) {
      if (own.has(attribute)) continue;
      const words = JSON.stringify(value);
      const before = nearest.get(attribute);
      if (before === undefined) nearest.set(attribute, { distance, value: words, kind: name });
      else if (before.distance === distance && before.value !== words && !found.has(attribute)) found.set(attribute, [before.kind, name]);
    }
  }
  return found;
}

/** Controls that a mechanism inherits as provided from one and as weak from another that is equally near. Undefined is the mechanism itself. */
export function tornControls(
  one: Pick<Mechanism, 'parents' | 'provides' | 'weaknesses'>,
  table: ReadonlyMap<string, Mechanism>,
): { readonly control: string; readonly kinds: readonly (string | undefined)[] }[] {
  const torn: { control: string; kinds: (string | undefined)[] }[] = [];
  const said = new Map<string, { distance: number; weak: boolean; kind: string | undefined }>();
  for (const [name, distance] of [[undefined, 0] as const, ...lineage(one.parents, table)]) {
    const says = name === undefined ? one : table.get(name);
    const weak = new Set(says?.weaknesses.flatMap((weakness) => weakness.controls));
    for (const control of new Set([...(says?.provides ?? []), ...weak])) {
      const before = said.get(control);
      const isWeak = weak.has(control);
      if (before === undefined) said.set(control, { distance, weak: isWeak, kind: name });
      else if (before.distance === distance && before.weak !== isWeak) torn.push({ control, kinds: [before.kind, name] });
    }
  }
  return torn;
}
