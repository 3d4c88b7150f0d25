import type { Condition, Need, Requirement } from '../../language/model/index.js';
import { knownNames, requirementsOf } from '../../language/semantics/index.js';
import type { Evaluator } from '../evaluate.js';

/** Something that a condition asks and that an added mechanism can change: a layer, a control, or, without a name, any of them. */
interface MechanismRead {
  readonly of: 'layer' | 'control' | 'any';
  readonly name: string;
}

/** What a mechanism changes at its element, by name; `any` where conditions that ask for any protocol read otherwise with it. */
export interface Changed {
  readonly any: boolean;
  readonly layers: Iterable<string>;
  readonly controls: Iterable<string>;
}

/** The requirements that are asked, in their order, of which what is changed decides whether they ask for something: looked up, however many there are. */
export function requirementsReading({ any, layers, controls }: Changed, evaluator: Evaluator): readonly Requirement[] {
  const readers = evaluator.derived(evaluator, 'readers of mechanisms', () => readersIn(evaluator));
  const found = new Map<Requirement, number>();
  const add = (read: MechanismRead) => {
    for (const [requirement, at] of readers.get(keyOf(read)) ?? []) found.set(requirement, at);
  };
  if (any) add({ of: 'any', name: '' });
  for (const name of layers) add({ of: 'layer', name });
  for (const name of controls) add({ of: 'control', name });
  return [...found].sort(([, one], [, other]) => one - other).map(([requirement]) => requirement);
}

/** For each thing that is read, who reads it, with their places among all. */
function readersIn({ facts: { profiles, catalogue } }: Evaluator): ReadonlyMap<string, ReadonlyMap<Requirement, number>> {
  const readers = new Map<string, Map<Requirement, number>>();
  for (const [at, requirement] of requirementsOf(profiles, catalogue).entries()) {
    for (const key of new Set(mechanismReads(requirement).map(keyOf))) {
      const those = readers.get(key);
      if (those === undefined) readers.set(key, new Map([[requirement, at]]));
      else those.set(requirement, at);
    }
  }
  return readers;
}

function keyOf({ of, name }: MechanismRead): string {
  return `${of} ${name}`;
}

/** What of mechanisms and controls decides whether a requirement asks for something. */
function mechanismReads({ rules }: Requirement): readonly MechanismRead[] {
  return rules.flatMap((rule) => [
    ...readsIn(rule.condition),
    ...rule.needs.flatMap((line) => [...readsIn(line.condition), ...readsInNeed(line.need)]),
  ]);
}

function readsIn(condition: Condition | undefined): readonly MechanismRead[] {
  switch (condition?.kind) {
    case undefined:
      return [];
    case 'and':
    case 'or':
      return condition.operands.flatMap(readsIn);
    case 'not':
      return readsIn(condition.operand);
    case 'named':
      return readsIn(condition.condition);
    case 'source':
    case 'target':
    case 'design':
      return readsIn(condition.condition);
    case 'quantified':
      return condition.relation.name === 'protocol' ? [{ of: 'any', name: '' }] : readsIn(condition.condition);
    case 'over':
      return [
        { of: 'layer', name: condition.mechanism },
        ...(condition.outer === undefined ? [] : [{ of: 'layer' as const, name: condition.outer }]),
      ];
    case 'has':
      return [{ of: 'control', name: condition.control }];
    case 'sees':
      // Only encryption keeps a component on the way from seeing what it passes on.
      return [{ of: 'control', name: knownNames.encryption }];
    default:
      return [];
  }
}

function readsInNeed(need: Need): readonly MechanismRead[] {
  switch (need.kind) {
    case 'and':
    case 'or':
      return need.operands.flatMap(readsInNeed);
    case 'condition':
      return readsIn(need.condition);
    case 'control':
      return need.places.flatMap((place) => (place.kind === 'related' ? readsIn(place.that) : []));
  }
}
