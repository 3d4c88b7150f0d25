import type { Across, Condition, Need, NeedLine, NeedPlace, Operand, Relation } from '../../language/model/index.js';
import type { Names } from './names.js';

export function redactCondition(condition: Condition, names: Names): Condition {
  const inner = (one: Condition) => redactCondition(one, names);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return { kind: condition.kind, operands: condition.operands.map(inner) };
    case 'not':
      return { kind: 'not', operand: inner(condition.operand) };
    case 'named': {
      const name = names.defined(condition.name);
      // A title is a text of whoever defines the name.
      const title = name === condition.name ? condition.title : undefined;
      return { kind: 'named', name, title, condition: inner(condition.condition) };
    }
    case 'is':
      return { kind: 'is', name: names.defined(condition.name) };
    case 'carries':
    case 'stores':
    case 'sees':
      return { kind: condition.kind, dataClass: names.defined(condition.dataClass) };
    case 'touches':
    case 'from':
    case 'to':
    case 'via':
    case 'opened by':
    case 'run by':
      return { kind: condition.kind, componentKind: names.defined(condition.componentKind) };
    case 'in':
      return { kind: 'in', zoneKind: names.defined(condition.zoneKind) };
    case 'crosses':
    case 'accepted':
    case 'ours':
      return condition;
    case 'over': {
      const outer = condition.outer === undefined ? undefined : names.defined(condition.outer);
      return { kind: 'over', mechanism: names.defined(condition.mechanism), outer };
    }
    case 'has':
      return { kind: 'has', control: names.defined(condition.control) };
    case 'source':
    case 'target':
    case 'design':
      return { kind: condition.kind, condition: inner(condition.condition) };
    case 'quantified':
      return {
        kind: 'quantified',
        quantifier: condition.quantifier,
        least: condition.least,
        relation: redactRelation(condition.relation, names),
        condition: condition.condition === undefined ? undefined : inner(condition.condition),
      };
    case 'compare': {
      const { attribute, operator, operand } = condition;
      return { kind: 'compare', attribute: names.defined(attribute), operator, operand: redactOperand(operand, names) };
    }
    case 'set':
      return { kind: 'set', attribute: names.defined(condition.attribute) };
    case 'extreme': {
      const { extreme, attribute, relation, operator, operand } = condition;
      const told = { relation: redactRelation(relation, names), operand: redactOperand(operand, names) };
      return { kind: 'extreme', extreme, attribute: names.defined(attribute), operator, ...told };
    }
  }
}

function redactRelation({ name, within }: Relation, names: Names): Relation {
  const told = within?.kind === 'same attribute' ? { kind: within.kind, attribute: names.defined(within.attribute) } : within;
  return { name, within: told };
}

function redactOperand(operand: Operand, names: Names): Operand {
  return operand.kind === 'attribute' ? { kind: 'attribute', attribute: names.defined(operand.attribute) } : names.value(operand);
}

export function redactNeedLine({ need, condition }: NeedLine, names: Names): NeedLine {
  return { need: redactNeed(need, names), condition: condition === undefined ? undefined : redactCondition(condition, names) };
}

export function redactNeed(need: Need, names: Names): Need {
  switch (need.kind) {
    case 'and':
    case 'or':
      return { kind: need.kind, operands: need.operands.map((operand) => redactNeed(operand, names)) };
    case 'condition':
      return { kind: 'condition', condition: redactCondition(need.condition, names) };
    case 'control': {
      const across = need.across && redactAcross(need.across, names);
      return { kind: 'control', control: names.defined(need.control), places: need.places.map((one) => redactPlace(one, names)), across };
    }
  }
}

function redactAcross(across: Across, names: Names): Across {
  if (across.kind === 'kind') return { kind: 'kind', name: names.defined(across.name) };
  return { kind: 'relay', that: across.that && redactCondition(across.that, names) };
}

function redactPlace(place: NeedPlace, names: Names): NeedPlace {
  if (place.kind === 'here') return place;
  const that = place.that === undefined ? undefined : redactCondition(place.that, names);
  return { kind: 'related', quantifier: place.quantifier, relation: redactRelation(place.relation, names), that };
}
