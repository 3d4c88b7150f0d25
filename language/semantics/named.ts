import type { Catalogue } from '../model/catalogue.js';
import type { Condition } from '../model/condition.js';
import type { Across, Need, NeedPlace } from '../model/need.js';
import { oncePer } from './once.js';

/** What a name of a condition stands for, through names of names; any other condition is what it says itself. */
export function meant(condition: Condition): Exclude<Condition, { kind: 'named' }> {
  return condition.kind === 'named' ? meant(condition.condition) : condition;
}

/** The condition with each name replaced by what it stands for, as if that were written there: two that say the same are the same. */
export const withoutNames: (condition: Condition) => Condition = oncePer(replaced);

function replaced(condition: Condition): Condition {
  switch (condition.kind) {
    case 'named':
      return withoutNames(condition.condition);
    case 'and':
    case 'or': {
      const { kind } = condition;
      const operands = condition.operands.map(withoutNames).flatMap((one) => (one.kind === kind ? one.operands : [one]));
      return { kind, operands };
    }
    case 'not':
      return { kind: 'not', operand: withoutNames(condition.operand) };
    case 'source':
    case 'target':
    case 'design':
      return { kind: condition.kind, condition: withoutNames(condition.condition) };
    case 'quantified':
      return condition.condition === undefined ? condition : { ...condition, condition: withoutNames(condition.condition) };
    default:
      return condition;
  }
}

export function needWithoutNames(need: Need): Need {
  switch (need.kind) {
    case 'and':
    case 'or':
      return { kind: need.kind, operands: need.operands.map(needWithoutNames) };
    case 'condition':
      return { kind: 'condition', condition: withoutNames(need.condition) };
    case 'control':
      return { ...need, places: need.places.map(placeWithoutNames), across: need.across && acrossWithoutNames(need.across) };
  }
}

export function acrossWithoutNames(across: Across): Across {
  return across.kind === 'kind' || across.that === undefined ? across : { kind: 'relay', that: withoutNames(across.that) };
}

function placeWithoutNames(place: NeedPlace): NeedPlace {
  return place.kind === 'here' || place.that === undefined ? place : { ...place, that: withoutNames(place.that) };
}

/** Whether a named condition is a part of itself, or has a part that is: then something in it holds of nothing. */
export function leadsBack(name: string, { conditions }: Pick<Catalogue, 'conditions'>, above: readonly string[] = []): boolean {
  if (above.includes(name)) return true;
  return (conditions.get(name)?.uses ?? []).some((use) => leadsBack(use, { conditions }, [...above, name]));
}
