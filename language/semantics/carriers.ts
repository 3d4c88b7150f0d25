import type { Catalogue } from '../model/catalogue.js';
import { mechanismLineage } from './kinds.js';
import { oncePer } from './once.js';

/**
 * What of the catalogue's mechanisms can run over which, by their `runs over`. A carrier is what one of them is said to run over, or a form
 * of that, or a class of links that has such a form: of a class it is not known which of its forms is meant, so that it may be any.
 */
export interface Carriers {
  /** Whether something is said to run over it. */
  readonly isCarrier: (mechanism: string) => boolean;
  /** Whether it can run over a stack; what nothing is said of can, and over what is no carrier everything can. */
  readonly canRunOver: (mechanism: string, stack: readonly string[]) => boolean;
  /** The same, but of a class only what holds of all its forms counts. */
  readonly surelyRunsOver: (mechanism: string, stack: readonly string[]) => boolean;
  /** Whether a mechanism's own words, or those of what it is a form of, name another one as what lies beneath it. */
  readonly liesOn: (mechanism: string, beneath: string) => boolean;
}

export const carriersOf: (catalogue: Catalogue) => Carriers = oncePer(read);

function read({ mechanisms }: Catalogue): Carriers {
  const kindsOf = new Map([...mechanisms.keys()].map((name) => [name, new Set(mechanismLineage(name, { mechanisms }).keys())]));
  const named = new Set([...mechanisms.values()].flatMap(({ carriers }) => carriers));
  const withBeneath = (all: Iterable<string>) => {
    const found = new Set(all);
    // What runs over a packet network, as a session does, passes packets on itself.
    for (const one of found) for (const below of mechanisms.get(one)?.carriers ?? []) found.add(below);
    return found;
  };
  /** What each carrier is, and what it may be. */
  const carries = new Map<string, { readonly surely: ReadonlySet<string>; readonly perhaps: ReadonlySet<string> }>();
  for (const { name, sorts } of mechanisms.values()) {
    const own = kindsOf.get(name)!;
    const isClass = sorts.length === 1 && sorts[0] === 'link';
    const forms = isClass ? [...kindsOf.values()].filter((kinds) => kinds.has(name)) : [own];
    const all = new Set(forms.flatMap((kinds) => [...kinds]));
    if ([...all].some((one) => named.has(one))) carries.set(name, { surely: withBeneath(own), perhaps: withBeneath(all) });
  }
  const statements = (mechanism: string): readonly (readonly string[])[] =>
    [...(kindsOf.get(mechanism) ?? [])].flatMap((kind) => {
      const { carriers = [] } = mechanisms.get(kind) ?? {};
      return carriers.length === 0 ? [] : [carriers];
    });
  const runsOver = (mechanism: string, stack: readonly string[], how: 'surely' | 'perhaps') => {
    const beneath = stack.flatMap((name) => carries.get(name)?.[how] ?? []);
    return beneath.length === 0 || statements(mechanism).every((wanted) => beneath.some((all) => wanted.some((one) => all.has(one))));
  };
  return {
    isCarrier: (mechanism) => carries.has(mechanism),
    canRunOver: (mechanism, stack) => runsOver(mechanism, stack, 'perhaps'),
    surelyRunsOver: (mechanism, stack) => runsOver(mechanism, stack, 'surely'),
    liesOn: (mechanism, beneath) => statements(mechanism).some((wanted) => wanted.some((one) => kindsOf.get(beneath)?.has(one) === true)),
  };
}
