import { CompletionItemKind } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { leadsTo, takenOver } from '../../language/semantics/index.js';
import type { Profile } from '../../language/model/index.js';
import { standardName } from '../../review/index.js';
import { definitionOffer, detail, ranked, type CompletionOffer } from './offer.js';
import type { Situation } from './situation.js';
import { bodyTokens } from './statement.js';

/** After `see` and `cite`. */
export function standards({ catalogue, listed }: Situation): CompletionOffer[] {
  return [...catalogue.standards.values()]
    .filter(({ name }) => !listed.has(name))
    .map((one) => ({
      ...definitionOffer('Standard', one),
      detail: detail([one.title ?? standardName(one.name, catalogue), one.publisher]),
    }));
}

export function threats(situation: Situation): CompletionOffer[] {
  return unlisted('Threat', situation.catalogue.threats.values(), situation);
}

/** After `by` in an attack. */
export function attackSteps(situation: Situation): CompletionOffer[] {
  return unlisted('AttackStep', situation.catalogue.steps.values(), situation);
}

export function harms(situation: Situation): CompletionOffer[] {
  return unlisted('Harm', situation.catalogue.harms.values(), situation);
}

/** After `profile` in a design, and `extends`: never a profile that comes back to this one. */
export function profiles(situation: Situation): CompletionOffer[] {
  const { owner, catalogue } = situation;
  const own = ast.isProfile(owner) ? owner.name : undefined;
  const leadsBack = (name: string) => own !== undefined && leadsTo(name, own, (one) => catalogue.profiles.get(one)?.extends ?? []);
  const there = inBody(situation, ['profile', 'extends']);
  const all = unlisted('Profile', largestFirst(catalogue.profiles.values()), situation);
  return all.filter(({ label }) => !there.has(label) && !leadsBack(label));
}

export function largestFirst(all: Iterable<Profile>): Profile[] {
  return ranked(all, ({ includes }) => [-includes.length]);
}

/** After `includes`: what no profile includes yet first. */
export function includable(situation: Situation): CompletionOffer[] {
  const { catalogue } = situation;
  const included = new Set([...catalogue.profiles.values()].flatMap((profile) => profile.includes));
  const there = inBody(situation, ['includes']);
  const all = [...catalogue.requirements.values()].filter(({ name }) => !there.has(name));
  return unlisted(
    'Requirement',
    ranked(all, ({ name, builtIn }) => [included.has(name) ? 1 : 0, builtIn ? 1 : 0]),
    situation,
  );
}

/** After `without`: what the profile takes over from those that it extends. */
export function omittable(situation: Situation): CompletionOffer[] {
  const { owner, catalogue } = situation;
  const profile = ast.isProfile(owner) ? catalogue.profiles.get(owner.name) : undefined;
  if (profile === undefined) return [];
  const there = takenOver(profile, catalogue);
  const gone = new Set([...profile.includes, ...inBody(situation, ['without'])]);
  return unlisted(
    'Requirement',
    [...catalogue.requirements.values()].filter(({ name }) => there.has(name) && !gone.has(name)),
    situation,
  );
}

/** After `refines` and `for`: never a requirement that refines this one in turn. */
export function requirements(situation: Situation): CompletionOffer[] {
  const { owner, catalogue } = situation;
  const own = ast.isRequirement(owner) ? owner.name : undefined;
  const leadsBack = (name: string) => own !== undefined && leadsTo(name, own, (one) => catalogue.requirements.get(one)?.refines ?? []);
  return unlisted('Requirement', catalogue.requirements.values(), situation).filter(({ label }) => !leadsBack(label));
}

/** After `category`: those in use. */
export function categories({ catalogue }: Situation): CompletionOffer[] {
  const counts = new Map<string, number>();
  for (const { category } of catalogue.requirements.values()) {
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    detail: `${count} ${count === 1 ? 'requirement' : 'requirements'}`,
  }));
}

function unlisted(
  type: string,
  all: Iterable<{ readonly name: string; readonly title: string | undefined }>,
  { listed }: Situation,
): CompletionOffer[] {
  return [...all].filter(({ name }) => !listed.has(name)).map((one) => definitionOffer(type, one));
}

/** Names that the body lists behind some words already. */
function inBody(situation: Situation, words: readonly string[]): Set<string> {
  const names = new Set<string>();
  const { before, after } = bodyTokens(situation.statement);
  for (const tokens of [before, after]) {
    tokens.forEach(({ image }, index) => {
      const opener = tokens[index - 1]?.image;
      if (opener === ',' || (opener !== undefined && words.includes(opener))) names.add(image);
    });
  }
  return names;
}
