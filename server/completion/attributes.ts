import { AstUtils } from 'langium';
import * as ast from '../../language/generated/ast.js';
import type { Attribute, ElementSort } from '../../language/model/index.js';
import { mayBeSet, operandWords, tellsApart } from '../../language/semantics/index.js';
import { fits } from '../../language/wellformed/settings.js';
import { isOperator } from './cursor.js';
import { definitionOffer, detail, ranked, some, type CompletionOffer } from './offer.js';
import { wantedHere } from './open.js';
import { subjectOf, type Situation } from './situation.js';
import { attributesSet } from './statement.js';
import { typeWords, valueIn } from './values.js';

/** In a body: attributes that may stand there and have no value yet, what the review asks for first. */
export function attributesHere(situation: Situation): CompletionOffer[] {
  const { catalogue, sort, node, statement } = situation;
  if (sort === undefined) return [];
  // `not for ATTRIBUTE = VALUE` of a service speaks of the component that it ends at.
  const excludes = node !== undefined && AstUtils.getContainerOfType(node, ast.isSetting)?.$containerProperty === 'exclusions';
  const at: ElementSort = excludes ? 'component' : sort;
  const set = excludes ? new Set<string>() : attributesSet(statement);
  const value = isOperator(statement.after[0]) ? valueIn(statement.after.slice(1)) : undefined;
  const asked = askedFor(situation);
  const possible = [...catalogue.attributes.values()].filter(
    (one) => !set.has(one.name) && mayBeSet(one, at) && (value === undefined || fits(one.type, value)),
  );
  const behind = isOperator(statement.after[0]);
  return ranked(possible, ({ name, sorts }) => [asked.has(name) ? 0 : 1, sorts.includes(at) ? 0 : 1]).map((attribute) => {
    const requirements = asked.get(attribute.name);
    const offer = offerOf(attribute, requirements === undefined ? undefined : `asked for by ${some([...requirements])}`);
    return behind ? offer : { ...offer, insert: `${attribute.name} = `, again: true };
  });
}

/** Attributes on which findings of the element depend, with their requirements. */
function askedFor(situation: Situation): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  const add = (attribute: string, requirement: string) => {
    asked.set(attribute, (asked.get(attribute) ?? new Set()).add(requirement));
  };
  for (const { requirement, leaves, finding } of wantedHere(situation)) {
    for (const leaf of leaves) {
      if (leaf.kind !== 'condition') continue;
      const { condition, unset, element } = leaf;
      if (condition.kind === 'compare' || condition.kind === 'set' || condition.kind === 'extreme') add(condition.attribute, requirement);
      for (const fact of unset) if (fact.element === element) add(fact.fact, requirement);
    }
    for (const reason of finding.reasons) {
      if (reason.kind !== 'unset') continue;
      for (const { element, fact } of reason.facts) if (element === situation.owner?.name) add(fact, requirement);
    }
  }
  return asked;
}

/** In a condition: attributes that say something of what the condition is about. */
export function attributesAsked(situation: Situation): CompletionOffer[] {
  const subject = subjectOf(situation);
  const value = isOperator(situation.statement.after[0]) ? valueIn(situation.statement.after.slice(1)) : undefined;
  const { node } = situation;
  const asksComputed =
    node !== undefined && AstUtils.getContainerOfType(node, (one) => ast.isRequirement(one) || ast.isNamedCondition(one)) !== undefined;
  return [...situation.catalogue.attributes.values()]
    .filter(
      (one) =>
        (one.counts === undefined || asksComputed) &&
        (subject === undefined || tellsApart(one.name, subject, situation.catalogue)) &&
        (value === undefined || fits(one.type, value)),
    )
    .map((one) => offerOf(one));
}

function offerOf(attribute: Attribute, why?: string): CompletionOffer {
  const silence = attribute.default === undefined ? undefined : `${operandWords(attribute.default)} unless said`;
  return { ...definitionOffer('Attribute', attribute), detail: detail([attribute.title, why, typeWords(attribute.type), silence]) };
}
