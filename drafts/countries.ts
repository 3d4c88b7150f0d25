import { isUsedUnder, mechanismLineage, knownNames } from '../language/semantics/index.js';
import type { Catalogue, Profile } from '../language/model/index.js';
import { stackOfChoice } from './protocols.js';
import type { Topology } from './topologies.js';

type Known = Pick<Catalogue, 'mechanisms' | 'profiles'>;

/** Of some choices of protocols those that are used in a country: what the catalogue says is another's is not offered. */
export function spokenIn(country: readonly string[], ids: readonly string[], known: Known): string[] {
  return ids.filter((id) =>
    stackOfChoice(id)
      .flatMap((name) => [...mechanismLineage(name, known).keys()])
      .every((name) => {
        const mechanism = known.mechanisms.get(name);
        return mechanism === undefined || isUsedUnder(mechanism, country, known as Catalogue);
      }),
  );
}

/** The profiles that a design of a topology may be reviewed against: not those of countries where nobody builds it. The usual one first. */
export function countriesFor({ lastMile, application, notIn = [] }: Topology, known: Known): Profile[] {
  const all = [...known.profiles.values()].filter(
    ({ name }) =>
      !notIn.includes(name) && [lastMile, application].every((ids) => ids.length === 0 || spokenIn([name], ids, known).length > 0),
  );
  const isUsual = ({ name }: Profile) => name === knownNames.defaultProfile;
  return [...all.filter(isUsual), ...all.filter((one) => !isUsual(one))];
}
