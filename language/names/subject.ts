import type { AstNode } from 'langium';
import {
  isAttackStep,
  isControl,
  isControlNeed,
  isMechanism,
  isNamedCondition,
  isNeedLine,
  isPosition,
  isQuantifiedCondition,
  isRelatedPlace,
  isRequirement,
  isRoleCondition,
  isRule,
  type Relation,
} from '../generated/ast.js';
import type { ElementSort, PositionRole } from '../model/catalogue.js';
import { sortOfRelation } from '../semantics/index.js';
import { relationName } from './relation.js';
import { written } from '../parsing/written.js';

/** What the members of a relation are. */
export function relationSort(relation: Relation): ElementSort | 'protocol' | undefined {
  return written(relation.name) === undefined ? undefined : sortOfRelation[relationName(relation.name)];
}

/** What a role in a position of an attacker leads to, where that is no component. */
const sortOfRole: Readonly<Partial<Record<PositionRole, ElementSort>>> = {
  zone: 'zone',
  link: 'link',
  hop: 'link',
  flow: 'flow',
  data: 'data',
};

/** What a condition is about: the neighbour inside a relation, else the element that the requirement applies to. */
export function subjectSort(node: AstNode): ElementSort | 'protocol' | undefined {
  for (let inner = node, outer = node.$container; outer !== undefined; inner = outer, outer = outer.$container) {
    if (isQuantifiedCondition(outer) && inner.$containerProperty === 'condition') return relationSort(outer.relation);
    if (isControlNeed(outer) && inner.$containerProperty === 'filter') return 'component';
    if (isRelatedPlace(outer) && inner.$containerProperty === 'filter') return relationSort(outer.relation);
    if (isRoleCondition(outer)) return outer.role === 'design' ? 'design' : 'component';
    if (isPosition(outer)) return sortOfRole[outer.role as PositionRole] ?? 'component';
    if (isRule(outer)) return outer.sort as ElementSort;
    if (isMechanism(outer) || isControl(outer) || isNamedCondition(outer) || isAttackStep(outer))
      return outer.sorts.length === 1 ? (outer.sorts[0] as ElementSort) : undefined;
    if (isRequirement(outer)) return outer.rules[0]?.sort as ElementSort | undefined;
    if (isNeedLine(outer)) continue;
  }
  return undefined;
}
