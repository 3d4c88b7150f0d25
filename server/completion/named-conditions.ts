import { AstUtils } from 'langium';
import * as ast from '../../language/generated/ast.js';
import type { Catalogue } from '../../language/model/index.js';
import { mayStand } from '../../language/wellformed/grants.js';
import { definitionOffer, ranked, type Offer } from './offer.js';
import { subjectOf, type Situation } from './situation.js';

/** After `counts as`: the conditions that may be asked of what the line is about, never one that would lead back to the one being defined. */
export function conditionsAsked(situation: Situation): Offer[] {
  const { catalogue, node } = situation;
  const subject = subjectOf(situation);
  const own = node === undefined ? undefined : AstUtils.getContainerOfType(node, ast.isNamedCondition)?.name;
  const possible = [...catalogue.conditions.values()].filter(
    (one) =>
      one.name !== own &&
      (own === undefined || !isMadeOf(one.name, own, catalogue)) &&
      (subject === undefined || (subject === 'protocol' ? one.places.length === 0 : mayStand(one, subject))),
  );
  return ranked(possible, ({ builtIn }) => [builtIn ? 1 : 0]).map((one) => definitionOffer('NamedCondition', one));
}

function isMadeOf(name: string, part: string, { conditions }: Catalogue): boolean {
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === part) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(conditions.get(next)?.uses ?? []));
  }
  return false;
}
