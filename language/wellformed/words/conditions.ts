import type { Catalogue, Condition } from '../../model/index.js';
import {
  bearerOf,
  conditionWords,
  defaultOf,
  isNeverSet,
  leadsNowhere,
  meant,
  relationWords,
  sortOfRelation,
  type SubjectSort,
} from '../../semantics/index.js';
import { excludeEachOther } from '../../semantics/proofs/index.js';
import { operandWords } from '../../semantics/words.js';
import { sortInWords, sortsListed } from './lists.js';

/** Why a condition can never be true of a sort of subject: of several parts, which of them exclude each other. */
export function whyNever(told: Condition, sort: SubjectSort, catalogue: Catalogue): string {
  const condition = meant(told);
  if (condition.kind !== 'and') return whyPlainNever(condition, sort, catalogue);
  const { operands } = condition;
  for (const [index, one] of operands.entries()) {
    const other = operands.slice(index + 1).find((later) => excludeEachOther([one, later], sort, catalogue));
    if (other !== undefined) return `'${conditionWords(one)}' and '${conditionWords(other)}' exclude each other`;
  }
  return 'its parts exclude each other';
}

function whyPlainNever(condition: Condition, sort: SubjectSort, catalogue: Catalogue): string {
  switch (condition.kind) {
    case 'named':
      return whyPlainNever(condition.condition, sort, catalogue);
    case 'carries':
      return 'only a link or a flow carries data';
    case 'stores':
      return 'only a component, or a zone with its components, stores data';
    case 'sees':
      return 'only a component sees data';
    case 'ours':
      return 'only a component or a zone is run by somebody';
    case 'via':
      return 'only a flow has stops between its first and its last';
    case 'touches':
    case 'from':
    case 'to':
    case 'source':
    case 'target':
      return 'only a link or a flow has ends';
    case 'opened by':
      return 'only a link, or a flow over links, is opened by somebody';
    case 'run by':
      return 'only a component is run by a party';
    case 'crosses':
      return 'only a link or a flow crosses a trust boundary';
    case 'in':
      return `${sortInWords(sort)} stands in no zone`;
    case 'over':
      if (sort !== 'link' && sort !== 'flow') return 'only a link or a flow runs over something';
      return `nothing that is '${condition.mechanism}' may stand on ${sortInWords(sort)}`;
    case 'has':
      return whyNotGranted(condition.control, sort, catalogue);
    case 'quantified':
      return leadsNowhere(condition.relation, sort)
        ? `'${relationWords(condition.relation)}' leads nowhere from ${sortInWords(sort)}`
        : `no '${relationWords(condition.relation)}' can be so`;
    case 'set':
    case 'compare': {
      const attributes = [
        condition.attribute,
        ...(condition.kind === 'compare' && condition.operand.kind === 'attribute' ? [condition.operand.attribute] : []),
      ];
      const unset = attributes.find((attribute) => isNeverSet(attribute, sort, catalogue));
      if (unset !== undefined) return whyUnset(unset, sort, catalogue);
      const value = defaultOf(condition.attribute, sort, catalogue);
      return value === undefined
        ? 'its sides exclude each other'
        : `'${condition.attribute}' of ${sortInWords(sort)} is always ${operandWords(value)}`;
    }
    case 'extreme': {
      const members = sortOfRelation[condition.relation.name];
      if (leadsNowhere(condition.relation, sort)) return `'${relationWords(condition.relation)}' leads nowhere from ${sortInWords(sort)}`;
      return bearerOf(condition.attribute, members, catalogue) === 'own' || members === 'link'
        ? 'what it is compared with is never set'
        : whyUnset(condition.attribute, members, catalogue);
    }
    default:
      return 'it contradicts itself';
  }
}

export function whyNotGranted(control: string, sort: SubjectSort, { controls }: Catalogue): string {
  const places = controls.get(control)?.places ?? [];
  return `nothing brings '${control}' to ${sortInWords(sort)}; it stands on ${sortsListed(places)}`;
}

function whyUnset(attribute: string, sort: SubjectSort, { attributes }: Catalogue): string {
  const places = attributes.get(attribute)?.places ?? [];
  return `'${attribute}' says nothing of ${sortInWords(sort)}; it is an attribute of ${sortsListed(places)}`;
}
