import * as ast from '../generated/ast.js';
import type { Condition, Operator, Relation } from '../model/condition.js';
import type { Across, Need, NeedPlace } from '../model/need.js';
import type { ValueType } from '../model/value.js';
import { hereName, relationName } from '../names/relation.js';
import { readOperand } from './value.js';

export type TypeOfAttribute = (attribute: string) => ValueType | undefined;

/** Undefined for a condition that an error has left without its parts. */
export function readCondition(node: ast.Condition | undefined, typeOf: TypeOfAttribute): Condition | undefined {
  if (node === undefined) return undefined;
  if (ast.isOrCondition(node) || ast.isAndCondition(node)) {
    const kind = ast.isOrCondition(node) ? 'or' : 'and';
    const operands = [node.left, node.right].map((part) => readCondition(part, typeOf)).filter(isDefined);
    const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
    return flat.length < 2 ? flat[0] : { kind, operands: flat };
  }
  if (ast.isNotCondition(node)) {
    const operand = readCondition(node.operand, typeOf);
    return operand && { kind: 'not', operand };
  }
  if (ast.isIsCondition(node)) return node.kind && { kind: 'is', name: node.kind.$refText };
  if (ast.isDataCondition(node)) return node.data && { kind: node.verb, dataClass: node.data.$refText };
  if (ast.isPathCondition(node)) {
    return node.kind && { kind: node.verb === 'opened' ? 'opened by' : node.verb, componentKind: node.kind.$refText };
  }
  if (ast.isInZoneCondition(node)) return node.zone && { kind: 'in', zoneKind: node.zone.$refText };
  if (ast.isCrossesCondition(node)) return { kind: 'crosses', border: node.border };
  if (ast.isOverCondition(node)) return node.mechanism && { kind: 'over', mechanism: node.mechanism.$refText, outer: node.outer?.$refText };
  if (ast.isHasCondition(node)) return node.control && { kind: 'has', control: node.control.$refText };
  if (ast.isAcceptedCondition(node)) return { kind: 'accepted' };
  if (ast.isRoleCondition(node)) {
    const condition = readCondition(node.condition, typeOf);
    return condition && { kind: node.role, condition };
  }
  if (ast.isQuantifiedCondition(node)) return readQuantified(node, typeOf);
  return readComparison(node, typeOf);
}

function readQuantified(node: ast.QuantifiedCondition, typeOf: TypeOfAttribute): Condition | undefined {
  const relation = readRelation(node.relation);
  if (relation === undefined) return undefined;
  const quantifier = node.quantifier === 'at' ? 'at least' : node.quantifier;
  return { kind: 'quantified', quantifier, least: node.least ?? 1, relation, condition: readCondition(node.condition, typeOf) };
}

function readComparison(node: ast.CompareCondition, typeOf: TypeOfAttribute): Condition | undefined {
  const attribute = node.attribute?.$refText;
  if (attribute === undefined) return undefined;
  if (node.isSet) return { kind: 'set', attribute };
  const operand = readOperand(node.value, attribute, typeOf);
  if (operand === undefined || node.operator === undefined) return undefined;
  const operator = node.operator as Operator;
  if (node.extreme === undefined) return { kind: 'compare', attribute, operator, operand };
  const relation = readRelation(node.relation);
  return relation && { kind: 'extreme', extreme: node.extreme, attribute, relation, operator, operand };
}

export function readRelation(node: ast.Relation | undefined): Relation | undefined {
  if (node?.name === undefined) return undefined;
  const name = relationName(node.name);
  if (node.inDesign) return { name, within: { kind: 'design' } };
  if (node.sameZone) return { name, within: { kind: 'same zone' } };
  if (node.sameAttribute !== undefined) return { name, within: { kind: 'same attribute', attribute: node.sameAttribute.$refText } };
  return { name, within: undefined };
}

export function readNeed(node: ast.Need | undefined, typeOf: TypeOfAttribute): Need | undefined {
  if (node === undefined) return undefined;
  if (ast.isOrNeed(node) || ast.isAndNeed(node)) {
    const kind = ast.isOrNeed(node) ? 'or' : 'and';
    const operands = [node.left, node.right].map((part) => readNeed(part, typeOf)).filter(isDefined);
    const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
    return flat.length < 2 ? flat[0] : { kind, operands: flat };
  }
  if (ast.isConditionNeed(node)) {
    const condition = readCondition(node.condition, typeOf);
    return condition && { kind: 'condition', condition };
  }
  if (node.control === undefined) return undefined;
  const places = node.places.map((place) => readPlace(place, typeOf)).filter(isDefined);
  return { kind: 'control', control: node.control.$refText, places, across: readAcross(node, typeOf) };
}

function readAcross(node: ast.ControlNeed, typeOf: TypeOfAttribute): Across | undefined {
  if (node.relays) return { kind: 'relay', that: readCondition(node.filter, typeOf) };
  return node.across && { kind: 'kind', name: node.across.$refText };
}

function readPlace(node: ast.NeedPlace, typeOf: TypeOfAttribute): NeedPlace | undefined {
  if (ast.isHerePlace(node)) return { kind: 'here', name: hereName(node.name) };
  const relation = readRelation(node.relation);
  return relation && { kind: 'related', quantifier: node.quantifier, relation, that: readCondition(node.filter, typeOf) };
}

export function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
