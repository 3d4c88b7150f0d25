import * as ast from '../../language/generated/ast.js';
import type { ServiceRole } from '../../language/model/index.js';
import { isOfKind, knownNames, rolesInService, takesRole, zonesAround } from '../../language/semantics/index.js';
import { distinct } from '../../language/read/body.js';
import { carriesFrom, linksByEnd } from '../../language/semantics/hops.js';
import type { CursorToken } from './cursor.js';
import { elementOffers } from './elements.js';
import { ranked, some, type CompletionOffer } from './offer.js';
import { elementOf, placeholder, writtenNames, type Situation } from './situation.js';
import { itemTokens, stopsIn } from './statement.js';
import { declaredInText, endsOf, type Ends } from './swallowed.js';

/** In a flow's path: components that links join with the stops before and behind, or all where no link is there to go by. */
export function stopsHere(situation: Situation): CompletionOffer[] {
  const { before, after } = situation.statement;
  const stops = stopsIn(behindColon(before)).slice(0, -1);
  const previous = stops.at(-1);
  const next = stopsIn(after)[1];
  const rankOf = rankByRole(stops, situation);
  const all = elementOffers(['Component'], situation);
  const links = linksOf(situation);
  if (previous === undefined && next === undefined) {
    const leaves = (name: string) => links.some((link) => link.sources.includes(name) || (link.twoWay && link.targets.includes(name)));
    return ranked(all, ({ label }) => [leaves(label) ? 0 : 1, rankOf(label)]);
  }
  const between = linksByEnd(links);
  const over = (from: string, to: string) => (between.get(from) ?? []).filter((link) => carriesFrom(link, from, to));
  const joined = all.flatMap((offer) => {
    const from = (previous ?? []).map((stop) => over(stop, offer.label));
    const to = (next ?? []).map((stop) => over(offer.label, stop));
    if ([...from, ...to].some((found) => found.length === 0)) return [];
    return [{ ...offer, mark: `over ${some(distinct([...from, ...to].flat().map(({ name }) => name)))}` }];
  });
  return ranked(joined, ({ label }) => [rankOf(label)]);
}

/** Who takes the next part in the flow's services comes first, then who takes a later one, then everybody else. */
function rankByRole(stops: readonly (readonly string[])[], { owner, designs, catalogue }: Situation): (name: string) => number {
  const ways = ast.isFlow(owner) ? writtenNames(owner.kinds).map((service) => rolesInService(service, catalogue)) : [];
  const takes = (name: string, role: ServiceRole) => designs.some(({ components }) => takesRole(components.get(name), role, catalogue));
  const ranks = ways
    .filter((roles) => roles.length > 0)
    .map((roles) => {
      const taken = Math.max(-1, ...stops.map((stop) => roles.findLastIndex((role) => stop.some((name) => takes(name, role)))));
      return (name: string) => {
        const next = roles.findIndex((role, index) => index > taken && takes(name, role));
        return next < 0 ? roles.length : next - taken - 1;
      };
    });
  return (name) => (ranks.length === 0 ? 0 : Math.min(...ranks.map((rank) => rank(name))));
}

/** After `from` and `to`: the stops of this flow, in the order of the way. */
export function spanEnds(situation: Situation): CompletionOffer[] {
  const { owner, statement, cursor, steps } = situation;
  if (!ast.isFlow(owner)) return [];
  const stops = stopsIn(behindColon(statement.before)).flat();
  const line = itemTokens(statement, cursor.text);
  const layer = line.before.findLastIndex(({ image }) => image === 'over');
  const tokens = [...line.before.slice(Math.max(layer, 0)), ...line.after];
  const named = (word: string) => stops.indexOf(tokens[tokens.findIndex(({ image }) => image === word) + 1]?.image ?? '');
  const isEnd = steps.some(({ property }) => property === 'ends');
  const [from, to] = [named('from'), named('to')];
  const possible = stops.filter((_, index) => (isEnd ? from < 0 || index > from : to < 0 || index < to));
  const offers = elementOffers(['Component'], situation, (name) => possible.includes(name)).filter(({ edits }) => edits === undefined);
  return ranked(offers, ({ label }) => [isEnd ? -possible.indexOf(label) : possible.indexOf(label)]);
}

/** The tokens of a path: those behind the colon of a head. */
function behindColon(tokens: readonly CursorToken[]): readonly CursorToken[] {
  const colon = tokens.findIndex(({ image }) => image === ':');
  return colon < 0 ? [] : tokens.slice(colon + 1);
}

/** After `via`: links that carry a step of this flow, where there is a choice first. */
export function viaLinks(situation: Situation): CompletionOffer[] {
  const all = elementOffers(['Link'], situation);
  const element = elementOf(situation);
  const hops = element?.sort === 'flow' ? element.hops : [];
  const open = new Set(hops.filter(({ candidates }) => candidates.length > 1).flatMap(({ candidates }) => candidates));
  const possible = new Set(hops.flatMap(({ candidates }) => candidates));
  const fitting = all.filter(({ label }) => possible.has(label));
  return ranked(fitting.length > 0 ? fitting : all, ({ label }) => [open.has(label) ? 0 : 1]);
}

/** After `opened by`: the ends of this link. */
export function openers(situation: Situation): CompletionOffer[] {
  const { owner } = situation;
  if (!ast.isLink(owner)) return [];
  const ends = new Set(writtenNames([...owner.sources, ...owner.targets]));
  return elementOffers(['Component'], situation, (name) => ends.has(name)).filter(({ edits }) => edits === undefined);
}

/** Ends of a link: all components. */
export function linkEnds(situation: Situation): CompletionOffer[] {
  const { owner } = situation;
  const others = new Set(ast.isLink(owner) ? writtenNames(owner.sources) : []);
  // A link from something to itself is a mesh, which is rare.
  return ranked(elementOffers(['Component'], situation), ({ label, edits }) => [edits === undefined ? 0 : 1, others.has(label) ? 1 : 0]);
}

/** After `in`: zones, never a zone inside itself. */
export function zonesHere(situation: Situation): CompletionOffer[] {
  const { owner, designs } = situation;
  const own = ast.isZone(owner) && owner.name !== placeholder ? owner.name : undefined;
  const leadsBack = (name: string) => designs.some(({ zones }) => zonesAround(name, zones).some((around) => around.name === own));
  // Of zones that a half-written statement hides, no more is known than what they mention.
  const hidden = declaredInText(situation).filter(({ type, tokens }) => type === 'Zone' && tokens.some(({ image }) => image === own));
  const isHidden = (name: string) => hidden.some((one) => one.name === name) && designs.every(({ zones }) => !zones.has(name));
  return elementOffers(['Zone'], situation, (name) => own === undefined || (name !== own && !leadsBack(name) && !isHidden(name)));
}

/** After `run by`: other organisations first. */
export function partiesHere(situation: Situation): CompletionOffer[] {
  const { designs, owner, catalogue } = situation;
  const isParty = (name: string) => designs.some(({ components }) => isOfKind(components.get(name), knownNames.externalParty, catalogue));
  return ranked(
    elementOffers(['Component'], situation, (name) => name !== owner?.name),
    ({ label, edits }) => [edits === undefined ? 0 : 1, isParty(label) ? 0 : 1],
  );
}

/** The links of the designs, and those that a half-written statement hides. */
export function linksOf(situation: Situation): Ends[] {
  const found = new Map<string, Ends>(situation.designs.flatMap((design) => [...design.links]));
  for (const declared of declaredInText(situation)) {
    const ends = found.has(declared.name) ? undefined : endsOf(declared);
    if (ends !== undefined) found.set(declared.name, ends);
  }
  return [...found.values()];
}
