import type { Catalogue, Demand, Mechanism, Omission, Profile, Requirement } from '../model/catalogue.js';
import { reachedFrom } from './closure.js';
import { oncePer } from './once.js';

/**
 * The requirements of some profiles, each once: those of extended profiles first, but for what the extending one does without, then its
 * own. Unknown names and cycles give nothing more.
 */
export function requirementsOf(profiles: readonly string[], catalogue: Catalogue): Requirement[] {
  return [...namesOf(profiles, catalogue, [])].flatMap((name) => catalogue.requirements.get(name) ?? []);
}

/** The names of the requirements that a profile takes over from those that it extends, before it leaves any out. */
export function takenOver(profile: Profile, catalogue: Catalogue): ReadonlySet<string> {
  return namesOf(profile.extends, catalogue, [profile.name]);
}

function namesOf(profiles: readonly string[], catalogue: Catalogue, open: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const name of profiles) {
    const profile = catalogue.profiles.get(name);
    if (profile === undefined || open.includes(name)) continue;
    const extended = namesOf(profile.extends, catalogue, [...open, name]);
    for (const { requirements } of profile.omissions.filter(isReasoned))
      for (const requirement of requirements) extended.delete(requirement);
    for (const requirement of [...extended, ...profile.includes]) found.add(requirement);
  }
  return found;
}

/** A requirement that nobody says why to drop is not dropped. */
export function isReasoned({ because }: Omission): boolean {
  return because !== undefined && because.trim() !== '';
}

/** A requirement that a profile drops. */
export interface LeftOut {
  readonly requirement: string;
  /** The profile that drops it. */
  readonly profile: string;
  readonly because: string;
}

/** What the profiles of a review leave out of those that they extend; what another of them includes is not left out. */
export function leftOut(profiles: readonly string[], catalogue: Catalogue): LeftOut[] {
  const asked = namesOf(profiles, catalogue, []);
  return withExtended(profiles, catalogue).flatMap((profile) => {
    const there = takenOver(profile, catalogue);
    return profile.omissions
      .filter(isReasoned)
      .flatMap(({ requirements, because }) =>
        requirements
          .filter((requirement) => there.has(requirement) && !asked.has(requirement))
          .map((requirement) => ({ requirement, profile: profile.name, because: because! })),
      );
  });
}

/** A clause that every `accept` must have, and the profile that demands it. */
export interface Demanded {
  readonly clause: Demand;
  readonly profile: string;
}

/** What some profiles, and those that they extend, demand of every `accept`. */
export function demandsOf(profiles: readonly string[], catalogue: Catalogue): Demanded[] {
  return withExtended(profiles, catalogue).flatMap(({ name, demands }) => demands.map((clause) => ({ clause, profile: name })));
}

/** The profiles and all that they extend, at any depth, each once. */
function withExtended(profiles: readonly string[], catalogue: Catalogue): readonly Profile[] {
  const names = reachedFrom(profiles, (name) => catalogue.profiles.get(name)?.extends ?? []);
  return [...names].flatMap((name) => catalogue.profiles.get(name) ?? []);
}

type Countries = Pick<Mechanism, 'homes' | 'strangers'>;

/** Whether something that is used in some countries only, or not in some, can be in a design: a design that names no country can be in any. */
export function isUsedUnder(one: Countries, profiles: readonly string[], catalogue: Catalogue): boolean {
  const { homes, strangers } = one;
  if (homes.length === 0 && strangers.length === 0) return true;
  if (isAtHome(one, profiles, catalogue)) return true;
  const own = withExtended(profiles, catalogue).map(({ name }) => name);
  return !own.some((name) => strangers.includes(name)) && (homes.length === 0 || !own.some((name) => countriesOf(catalogue).has(name)));
}

/** Whether a design is in one of the countries that something belongs to. */
export function isAtHome({ homes }: Pick<Mechanism, 'homes'>, profiles: readonly string[], catalogue: Catalogue): boolean {
  return withExtended(profiles, catalogue).some(({ name }) => homes.includes(name));
}

/** The profiles that mechanisms name as those of countries. */
const countriesOf = oncePer(
  ({ mechanisms }: Catalogue): ReadonlySet<string> =>
    new Set([...mechanisms.values()].flatMap(({ homes, strangers }) => [...homes, ...strangers])),
);
