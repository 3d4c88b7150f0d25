import type { Catalogue, Condition, Need } from '../../language/model/index.js';
import { oncePer } from '../../language/semantics/index.js';

export interface ComparisonAtCursor {
  readonly condition: Extract<Condition, { kind: 'compare' | 'extreme' }>;
  readonly requirement: string;
}

/** Every comparison that a requirement of the catalogue makes, by attribute. */
export const conditionsOf: (catalogue: Catalogue) => ReadonlyMap<string, readonly ComparisonAtCursor[]> = oncePer(collect);

function collect({ requirements }: Catalogue): ReadonlyMap<string, readonly ComparisonAtCursor[]> {
  const table = new Map<string, ComparisonAtCursor[]>();
  for (const { name, rules, severity } of requirements.values()) {
    const conditions = [
      ...severity.branches.map(({ condition }) => condition),
      ...rules.flatMap(({ condition, needs }) => [condition, ...needs.flatMap((line) => [line.condition, ...ofNeed(line.need)])]),
    ];
    for (const condition of conditions.flatMap((one) => (one === undefined ? [] : partsOf(one)))) {
      if (condition.kind !== 'compare' && condition.kind !== 'extreme') continue;
      const known = table.get(condition.attribute);
      const comparison = { condition, requirement: name };
      if (known === undefined) table.set(condition.attribute, [comparison]);
      else known.push(comparison);
    }
  }
  return table;
}

function ofNeed(need: Need): Condition[] {
  if (need.kind === 'condition') return [need.condition];
  if (need.kind !== 'control') return need.operands.flatMap(ofNeed);
  return need.places.flatMap((place) => ('that' in place && place.that !== undefined ? [place.that] : []));
}

function partsOf(condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap(partsOf);
    case 'not':
      return partsOf(condition.operand);
    case 'named':
      return partsOf(condition.condition);
    case 'source':
    case 'target':
    case 'design':
      return partsOf(condition.condition);
    case 'quantified':
      return condition.condition === undefined ? [] : partsOf(condition.condition);
    default:
      return [condition];
  }
}
