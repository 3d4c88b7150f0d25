import type { AstNode } from 'langium';
import {
  isControl,
  isControlNeed,
  isMechanism,
  isNamedCondition,
  isNeedLine,
  isQuantifiedCondition,
  isRelatedPlace,
  isRequirement,
  isRoleCondition,
  isRule,
  type Relation,
} from '../generated/ast.js';
import type { ElementSort } from '../model/catalogue.js';
import { sortOfRelation } from '../semantics/index.js';
import { relationName } from './relation.js';
import { written } from '../parsing/written.js';

/** What the members of a relation are. */
export function relationSort(relation: Relation): ElementSort | 'protocol' | undefined {
  return written(relation.name) === undefined ? undefined : sortOfRelation[relationName(relation.name)];
}

/** What a condition is about: the neighbour inside a relation, else the element that the requirement applies to. */
export function subjectSort(node: AstNode): ElementSort | 'protocol' | undefined {
  for (let inner = node, outer = node.$container; outer !== undefined; inner = outer, outer = outer.$container) {
    if (isQuantifiedCondition(outer) && inner.$containerProperty === 'condition') return relationSort(outer.relation);
    if (isControlNeed(outer) && inner.$containerProperty === 'filter') return 'component';
    if (isRelatedPlace(outer) && inner.$containerProperty === 'filter') return relationSort(outer.relation);
    if (isRoleCondition(outer)) return outer.role === 'design' ? 'design' : 'component';
    if (isRule(outer)) return outer.place as ElementSort;
    if (isMechanism(outer) || isControl(outer) || isNamedCondition(outer))
      return outer.places.length === 1 ? (outer.places[0] as ElementSort) : undefined;
    if (isRequirement(outer)) return outer.rules[0]?.place as ElementSort | undefined;
    if (isNeedLine(outer)) continue;
  }
  return undefined;
}
