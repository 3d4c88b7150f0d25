import type { Requirement } from '../model/catalogue.js';
import type { Condition } from '../model/condition.js';
import type { Need } from '../model/need.js';

/** A name of the catalogue that a condition or need mentions; `kind` where it depends on what the condition is about. */
export interface MentionedName {
  readonly sort: 'kind' | 'component' | 'zone' | 'data' | 'mechanism' | 'control' | 'attribute' | 'condition';
  readonly name: string;
}

/** Every name that a requirement's conditions and needs mention, with repetitions. */
export function* namesIn(requirement: Requirement): Iterable<MentionedName> {
  for (const { condition } of requirement.severity.branches) yield* inCondition(condition);
  for (const { condition, needs } of requirement.rules) {
    if (condition !== undefined) yield* inCondition(condition);
    for (const line of needs) {
      yield* inNeed(line.need);
      if (line.condition !== undefined) yield* inCondition(line.condition);
    }
  }
}

function* inNeed(need: Need): Iterable<MentionedName> {
  if (need.kind === 'condition') yield* inCondition(need.condition);
  else if (need.kind === 'control') {
    yield { sort: 'control', name: need.control };
    if (need.across?.kind === 'kind') yield { sort: 'component', name: need.across.name };
    if (need.across?.kind === 'relay' && need.across.that !== undefined) yield* inCondition(need.across.that);
    for (const place of need.places) if (place.kind === 'related' && place.that !== undefined) yield* inCondition(place.that);
  } else for (const operand of need.operands) yield* inNeed(operand);
}

function* inCondition(condition: Condition): Iterable<MentionedName> {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const operand of condition.operands) yield* inCondition(operand);
      return;
    case 'not':
      yield* inCondition(condition.operand);
      return;
    case 'named':
      yield { sort: 'condition', name: condition.name };
      yield* inCondition(condition.condition);
      return;
    case 'is':
      yield { sort: 'kind', name: condition.name };
      return;
    case 'carries':
    case 'stores':
    case 'sees':
      yield { sort: 'data', name: condition.dataClass };
      return;
    case 'touches':
    case 'from':
    case 'to':
    case 'via':
    case 'opened by':
    case 'run by':
      yield { sort: 'component', name: condition.componentKind };
      return;
    case 'in':
      yield { sort: 'zone', name: condition.zoneKind };
      return;
    case 'over':
      yield { sort: 'mechanism', name: condition.mechanism };
      if (condition.outer !== undefined) yield { sort: 'mechanism', name: condition.outer };
      return;
    case 'has':
      yield { sort: 'control', name: condition.control };
      return;
    case 'source':
    case 'target':
    case 'design':
      yield* inCondition(condition.condition);
      return;
    case 'quantified':
      if (condition.condition !== undefined) yield* inCondition(condition.condition);
      return;
    case 'compare':
    case 'set':
    case 'extreme':
      yield { sort: 'attribute', name: condition.attribute };
      if (condition.kind !== 'set' && condition.operand.kind === 'attribute') {
        yield { sort: 'attribute', name: condition.operand.attribute };
      }
      return;
    case 'crosses':
    case 'accepted':
    case 'ours':
      return;
  }
}
