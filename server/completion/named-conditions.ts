import { AstUtils } from 'langium';
import * as ast from '../../language/generated/ast.js';
import { leadsTo, mayBeAbout } from '../../language/semantics/index.js';
import { definitionOffer, ranked, type CompletionOffer } from './offer.js';
import { subjectOf, type Situation } from './situation.js';

/** After `counts as`: the conditions that may be asked of what the line is about, never one that would lead back to the one being defined. */
export function conditionsAsked(situation: Situation): CompletionOffer[] {
  const { catalogue, node } = situation;
  const subject = subjectOf(situation);
  const own = node === undefined ? undefined : AstUtils.getContainerOfType(node, ast.isNamedCondition)?.name;
  const possible = [...catalogue.conditions.values()].filter(
    (one) =>
      one.name !== own &&
      (own === undefined || !leadsTo(one.name, own, (name) => catalogue.conditions.get(name)?.uses ?? [])) &&
      (subject === undefined || mayBeAbout(one, subject)),
  );
  return ranked(possible, ({ builtIn }) => [builtIn ? 1 : 0]).map((one) => definitionOffer('NamedCondition', one));
}
