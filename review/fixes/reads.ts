import type { Condition, Need, Requirement } from '../../language/model/index.js';
import { knownNames } from '../../language/semantics/index.js';
import type { Evaluator } from '../evaluate.js';

/** Something that a condition asks and that an added mechanism can change: a layer, a control, or, without a name, any of them. */
export interface MechanismRead {
  readonly of: 'layer' | 'control' | 'any';
  readonly name: string;
}

/** What of mechanisms and controls decides whether a requirement asks for something. */
export function mechanismReads(requirement: Requirement, evaluator: Evaluator): readonly MechanismRead[] {
  return evaluator.derived(requirement, 'mechanism reads', () =>
    requirement.rules.flatMap((rule) => [
      ...readsIn(rule.condition),
      ...rule.needs.flatMap((line) => [...readsIn(line.condition), ...readsInNeed(line.need)]),
    ]),
  );
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
