import type { Catalogue } from '../../model/catalogue.js';
import type { Condition, Relation } from '../../model/condition.js';
import { kindTable, lineage } from '../kinds.js';
import { conditionWords, relationWords } from '../words.js';
import type { Atom } from './atoms.js';
import { sortOfRelation } from '../relations.js';
import type { SubjectSort } from '../subject.js';

/** What proofs about conditions ask of each other: whether all of some conditions can be true of one subject. */
export type Excludes = (conditions: readonly Condition[], sort: SubjectSort) => boolean;

/** Whether a true `one` shows that `other` is not false, of the same subject. */
export function atomImplies(one: Atom, other: Atom, sort: SubjectSort, catalogue: Catalogue, excludes: Excludes): boolean {
  if (conditionWords(one) === conditionWords(other)) return true;
  const follows = (inner: Condition, outer: Condition | undefined, at: SubjectSort) =>
    outer === undefined || excludes([inner, { kind: 'not', operand: outer }], at);
  switch (one.kind) {
    case 'is':
      return other.kind === 'is' && isBelow(one.name, other.name, kindTable(sort, catalogue));
    case 'carries':
    case 'stores':
    case 'sees':
      return other.kind === one.kind && isBelow(one.dataClass, other.dataClass, catalogue.dataClasses);
    case 'touches':
    case 'from':
    case 'to':
    case 'via':
    case 'opened by':
    case 'run by': {
      const isStop = one.kind !== 'opened by' && one.kind !== 'run by';
      if (other.kind !== one.kind && !(other.kind === 'touches' && isStop)) return false;
      return isBelow(one.componentKind, other.componentKind, catalogue.componentKinds);
    }
    case 'in':
      return other.kind === 'in' && isBelow(one.zoneKind, other.zoneKind, catalogue.zoneKinds);
    case 'over':
      if (other.kind !== 'over' || !isBelow(one.mechanism, other.mechanism, catalogue.mechanisms)) return false;
      return other.outer === undefined || (one.outer !== undefined && isBelow(one.outer, other.outer, catalogue.mechanisms));
    case 'source':
    case 'target':
      return other.kind === one.kind && follows(one.condition, other.condition, 'component');
    case 'quantified': {
      if (other.kind !== 'quantified' || !sameRelation(one.relation, other.relation)) return false;
      if (one.condition === undefined) {
        // Without a condition every member counts.
        if (other.condition !== undefined) return false;
      } else if (!follows(one.condition, other.condition, sortOfRelation[one.relation.name])) return false;
      if (other.quantifier === 'every') return one.quantifier === 'every';
      const least = one.quantifier === 'at least' ? one.least : 1;
      return least >= (other.quantifier === 'at least' ? other.least : 1);
    }
    default:
      return false;
  }
}

/** Whether two atoms cannot both be true of one subject: something holds of every member, and the opposite of some. */
export function contradict(one: Atom, other: Atom, excludes: Excludes): boolean {
  if (one.kind !== 'quantified' || other.kind !== 'quantified' || !sameRelation(one.relation, other.relation)) return false;
  if (one.quantifier !== 'every' && other.quantifier !== 'every') return false;
  if ([one, other].some(({ quantifier, least }) => quantifier === 'at least' && least < 1)) return false;
  if (one.condition === undefined || other.condition === undefined) return false;
  return excludes([one.condition, other.condition], sortOfRelation[one.relation.name]);
}

/** An atom that says something of its members only: with a condition that none of them can meet. */
export function asksTheImpossible(atom: Atom, excludes: Excludes): boolean {
  if (atom.kind === 'source' || atom.kind === 'target') return excludes([atom.condition], 'component');
  if (atom.kind !== 'quantified' || atom.condition === undefined) return false;
  if (atom.quantifier === 'at least' && atom.least < 1) return false;
  return excludes([atom.condition], sortOfRelation[atom.relation.name]);
}

function isBelow(name: string, above: string, table: ReadonlyMap<string, { readonly parents: readonly string[] }>): boolean {
  return lineage([name], table, 0).has(above);
}

function sameRelation(one: Relation, other: Relation): boolean {
  return relationWords(one) === relationWords(other);
}
