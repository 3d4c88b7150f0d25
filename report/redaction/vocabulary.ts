import type { Catalogue, Condition, Definition, Need, Operand, Requirement, Setting, Value } from '../../language/model/index.js';

/** The words that everybody can read in the product: to replace them would hide nothing. */
export interface Vocabulary {
  /** Names that the built-in catalogue defines. */
  readonly names: ReadonlySet<string>;
  /** Words and texts that it uses as values. */
  readonly values: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  /** Its files. */
  readonly files: ReadonlySet<string>;
}

export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  const tables: readonly ReadonlyMap<string, Definition>[] = Object.values(catalogue) as ReadonlyMap<string, Definition>[];
  const builtIn = tables.flatMap((table) => [...table.values()]).filter((definition) => definition.builtIn);
  const requirements = [...catalogue.requirements.values()].filter((requirement) => requirement.builtIn);
  const kinds = [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses, catalogue.services].flatMap((table) => [
    ...table.values(),
  ]);
  const attributes = [...catalogue.attributes.values()].filter((attribute) => attribute.builtIn);
  const values = [
    'true',
    'false',
    ...attributes.flatMap(({ type, default: fallback }) => [...(type.kind === 'words' ? type.words : []), ...wordsOf(fallback)]),
    ...kinds
      .filter((kind) => kind.builtIn)
      .flatMap(({ settings, excludes = [] }): readonly Setting[] => [...settings, ...excludes])
      .flatMap(({ value }) => wordsOf(value)),
    ...requirements.flatMap(conditionsIn).flatMap(wordsIn),
  ];
  return {
    names: new Set(builtIn.map(({ name }) => name)),
    values: new Set(values),
    categories: new Set(requirements.flatMap(({ category }) => category ?? [])),
    files: new Set(builtIn.map(({ file }) => file)),
  };
}

function wordsOf(value: Value | Operand | undefined): string[] {
  return value?.kind === 'word' ? [value.word] : value?.kind === 'text' ? [value.text] : [];
}

function conditionsIn({ severity, rules }: Requirement): Condition[] {
  const needs = rules.flatMap((rule) => rule.needs);
  const all = [
    ...severity.branches.map(({ condition }) => condition),
    ...rules.map(({ condition }) => condition),
    ...needs.flatMap(({ need, condition }) => [condition, ...conditionsOfNeed(need)]),
  ];
  return all.filter((condition) => condition !== undefined);
}

function conditionsOfNeed(need: Need): (Condition | undefined)[] {
  switch (need.kind) {
    case 'and':
    case 'or':
      return need.operands.flatMap(conditionsOfNeed);
    case 'condition':
      return [need.condition];
    case 'control':
      return need.places.map((place) => (place.kind === 'related' ? place.that : undefined));
  }
}

function wordsIn(condition: Condition): string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap(wordsIn);
    case 'not':
      return wordsIn(condition.operand);
    case 'named':
      return wordsIn(condition.condition);
    case 'source':
    case 'target':
    case 'design':
      return wordsIn(condition.condition);
    case 'quantified':
      return condition.condition === undefined ? [] : wordsIn(condition.condition);
    case 'compare':
    case 'extreme':
      return wordsOf(condition.operand);
    default:
      return [];
  }
}
