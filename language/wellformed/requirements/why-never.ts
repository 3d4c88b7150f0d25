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
import type { WhyNever } from '../words/index.js';

/** Why a condition can never be true of a sort of subject: of several parts, which of them exclude each other. */
export function whyNever(told: Condition, sort: SubjectSort, catalogue: Catalogue): WhyNever {
  const condition = meant(told);
  if (condition.kind !== 'and') return whyPlainNever(condition, sort, catalogue);
  const { operands } = condition;
  for (const [index, one] of operands.entries()) {
    const other = operands.slice(index + 1).find((later) => excludeEachOther([one, later], sort, catalogue));
    if (other !== undefined) return ['excluding', conditionWords(one), conditionWords(other)];
  }
  return ['parts'];
}

function whyPlainNever(condition: Condition, sort: SubjectSort, catalogue: Catalogue): WhyNever {
  switch (condition.kind) {
    case 'named':
      return whyPlainNever(condition.condition, sort, catalogue);
    case 'carries':
    case 'stores':
    case 'sees':
    case 'ours':
    case 'via':
    case 'touches':
    case 'from':
    case 'to':
    case 'source':
    case 'target':
    case 'opened by':
    case 'run by':
    case 'crosses':
      return ['ofOthersOnly', condition.kind];
    case 'in':
      return ['inNoZone', sort];
    case 'over':
      return sort === 'link' || sort === 'flow' ? ['nothingStandsThere', condition.mechanism, sort] : ['ofOthersOnly', condition.kind];
    case 'has':
      return whyNotGranted(condition.control, sort, catalogue);
    case 'quantified':
      return leadsNowhere(condition.relation, sort)
        ? ['leadsNowhere', relationWords(condition.relation), sort]
        : ['noneSo', relationWords(condition.relation)];
    case 'set':
    case 'compare': {
      const attributes = [
        condition.attribute,
        ...(condition.kind === 'compare' && condition.operand.kind === 'attribute' ? [condition.operand.attribute] : []),
      ];
      const unset = attributes.find((attribute) => isNeverSet(attribute, sort, catalogue));
      if (unset !== undefined) return whyUnset(unset, sort, catalogue);
      const value = defaultOf(condition.attribute, sort, catalogue);
      return value === undefined ? ['sides'] : ['always', condition.attribute, sort, operandWords(value)];
    }
    case 'extreme': {
      const members = sortOfRelation[condition.relation.name];
      if (leadsNowhere(condition.relation, sort)) return ['leadsNowhere', relationWords(condition.relation), sort];
      return bearerOf(condition.attribute, members, catalogue) === 'own' || members === 'link'
        ? ['comparedUnset']
        : whyUnset(condition.attribute, members, catalogue);
    }
    default:
      return ['itself'];
  }
}

export function whyNotGranted(control: string, sort: SubjectSort, { controls }: Catalogue): WhyNever {
  return ['notGranted', control, sort, controls.get(control)?.sorts ?? []];
}

function whyUnset(attribute: string, sort: SubjectSort, { attributes }: Catalogue): WhyNever {
  return ['unset', attribute, sort, attributes.get(attribute)?.sorts ?? []];
}
