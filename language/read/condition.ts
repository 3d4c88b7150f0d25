import * as ast from '../generated/ast.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Condition, Operator, Relation } from '../model/condition.js';
import type { Across, Need, NeedPlace } from '../model/need.js';
import type { ValueType } from '../model/value.js';
import { hereName, relationName } from '../names/relation.js';
import { readOperand } from './value.js';
import { written } from '../parsing/written.js';

/** What a condition needs to know of the names in it. */
export interface Known {
  readonly typeOf: (attribute: string) => ValueType | undefined;
  /** Undefined where nobody defines it. */
  readonly named: (condition: string) => NamedReference | undefined;
}

export type NamedReference = Extract<Condition, { kind: 'named' }>;

export function knownIn(catalogue: Pick<Catalogue, 'attributes' | 'conditions'>): Known {
  return {
    typeOf: (attribute) => catalogue.attributes.get(attribute)?.type,
    named: (condition) => catalogue.conditions.get(condition)?.reference,
  };
}

/** A name that nobody defines, or that leads back to itself, holds of nothing: as a kind that nobody defines. */
export function holdsOfNothing(name: string): NamedReference {
  return { kind: 'named', name, title: undefined, condition: { kind: 'is', name } };
}

/** Undefined for a condition that an error has left without its parts. */
export function readCondition(node: ast.Condition | undefined, known: Known): Condition | undefined {
  if (node === undefined) return undefined;
  if (ast.isOrCondition(node) || ast.isAndCondition(node)) {
    const kind = ast.isOrCondition(node) ? 'or' : 'and';
    const operands = [node.left, node.right].map((part) => readCondition(part, known)).filter(isDefined);
    const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
    return flat.length < 2 ? flat[0] : { kind, operands: flat };
  }
  if (ast.isNotCondition(node)) {
    const operand = readCondition(node.operand, known);
    return operand && { kind: 'not', operand };
  }
  if (ast.isIsCondition(node)) return written(node.kind) && { kind: 'is', name: node.kind.$refText };
  if (ast.isCountsCondition(node)) {
    const name = written(node.condition)?.$refText;
    return name === undefined ? undefined : (known.named(name) ?? holdsOfNothing(name));
  }
  if (ast.isDataCondition(node)) return written(node.data) && { kind: node.verb, dataClass: node.data.$refText };
  if (ast.isPathCondition(node)) {
    const kind = node.verb === 'opened' ? 'opened by' : node.verb === 'run' ? 'run by' : node.verb;
    return written(node.kind) && { kind, componentKind: node.kind.$refText };
  }
  if (ast.isInZoneCondition(node)) return written(node.zone) && { kind: 'in', zoneKind: node.zone.$refText };
  if (ast.isCrossesCondition(node)) return { kind: 'crosses', border: node.border };
  if (ast.isOverCondition(node))
    return written(node.mechanism) && { kind: 'over', mechanism: node.mechanism.$refText, outer: node.outer?.$refText };
  if (ast.isHasCondition(node)) return written(node.control) && { kind: 'has', control: node.control.$refText };
  if (ast.isAcceptedCondition(node)) return { kind: 'accepted' };
  if (ast.isOursCondition(node)) return { kind: 'ours' };
  if (ast.isRoleCondition(node)) {
    const condition = readCondition(node.condition, known);
    return condition && { kind: node.role, condition };
  }
  if (ast.isQuantifiedCondition(node)) return readQuantified(node, known);
  return readComparison(node, known);
}

function readQuantified(node: ast.QuantifiedCondition, known: Known): Condition | undefined {
  const relation = readRelation(node.relation);
  if (relation === undefined) return undefined;
  const quantifier = node.quantifier === 'at' ? 'at least' : node.quantifier;
  return { kind: 'quantified', quantifier, least: node.least ?? 1, relation, condition: readCondition(node.condition, known) };
}

function readComparison(node: ast.CompareCondition, known: Known): Condition | undefined {
  const attribute = written(node.attribute)?.$refText;
  if (attribute === undefined) return undefined;
  if (node.isSet) return { kind: 'set', attribute };
  const operand = readOperand(node.value, attribute, known.typeOf);
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

export function readNeed(node: ast.Need | undefined, known: Known): Need | undefined {
  if (node === undefined) return undefined;
  if (ast.isOrNeed(node) || ast.isAndNeed(node)) {
    const kind = ast.isOrNeed(node) ? 'or' : 'and';
    const operands = [node.left, node.right].map((part) => readNeed(part, known)).filter(isDefined);
    const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]));
    return flat.length < 2 ? flat[0] : { kind, operands: flat };
  }
  if (ast.isConditionNeed(node)) {
    const condition = readCondition(node.condition, known);
    return condition && { kind: 'condition', condition };
  }
  if (written(node.control) === undefined) return undefined;
  const places = node.places.map((place) => readPlace(place, known)).filter(isDefined);
  return { kind: 'control', control: node.control.$refText, places, across: readAcross(node, known) };
}

function readAcross(node: ast.ControlNeed, known: Known): Across | undefined {
  if (node.relays) return { kind: 'relay', that: readCondition(node.filter, known) };
  return node.across && { kind: 'kind', name: node.across.$refText };
}

function readPlace(node: ast.NeedPlace, known: Known): NeedPlace | undefined {
  if (ast.isHerePlace(node)) return { kind: 'here', name: hereName(node.name) };
  const relation = readRelation(node.relation);
  return relation && { kind: 'related', quantifier: node.quantifier, relation, that: readCondition(node.filter, known) };
}

export function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
