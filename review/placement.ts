import { endsOfLink, partyNameOf, zonesOfLink, type Subject } from '../language/semantics/index.js';
import type { Facts } from './facts.js';
import { max, min, whether, type Kleene } from './kleene.js';
import { isSameSide, sideKey, type ObservedFact, type BorderSide } from './observed.js';
import { borderPairs } from './stops.js';
import { partyOf } from './values.js';

type Border = Extract<ObservedFact, { kind: 'crosses' }>;

/** Whether every opener of a link is of a kind; of a flow, of each link it takes. Unknown where nobody is named. */
export function isOpenedBy(facts: Facts, subject: Subject, kind: string): Kleene {
  if (subject.sort === 'link') {
    if (subject.openedBy.length === 0) return 1;
    return whether(subject.openedBy.every((opener) => facts.isComponentOf(opener, kind)));
  }
  if (subject.sort !== 'flow') return 0;
  const links = subject.hops.flatMap((hop) => facts.link(hop.link) ?? []);
  return links.length === 0 ? 1 : min(links.map((link) => isOpenedBy(facts, link, kind)));
}

/** Whether a party of a kind runs a component, or is that component. A party that is only a word, or unknown, is of no kind. */
export function runBy(facts: Facts, subject: Subject, kind: string): Kleene {
  if (subject.sort !== 'component') return 0;
  const name = partyNameOf(subject, facts);
  return whether(name !== undefined && facts.isComponentOf(name, kind));
}

/** Whether something stands in a zone of a kind, those around it included; unknown without a zone. */
export function inZone(facts: Facts, subject: Subject, kind: string): Kleene {
  const around = (zone: string | undefined): Kleene => {
    const zones = facts.zonesAround(zone);
    return zones.length === 0 ? 1 : whether(zones.some((one) => facts.is(one, kind)));
  };
  const every = (components: readonly string[]): Kleene =>
    components.length === 0 ? 0 : min(facts.components(components).map((component) => around(component.zone)));
  switch (subject.sort) {
    case 'component':
      return around(subject.zone);
    case 'zone':
      return around(subject.name);
    case 'link': {
      const own = zonesOfLink(subject);
      return own === undefined ? every(endsOfLink(subject)) : max(own.map(around));
    }
    case 'flow':
      return every(subject.stops.flat());
    default:
      return 0;
  }
}

/** Whether some hop leads from one zone, or one party, to another. */
export function crosses(facts: Facts, subject: Subject, border: Border['border']): Kleene {
  return max(
    borderPairs(subject).map(([a, b]) => {
      const [one, other] = [sideOf(facts, a, border), sideOf(facts, b, border)];
      return one === undefined || other === undefined ? 1 : whether(!isSameSide(one, other));
    }),
  );
}

/** The borders of a sort that a link or flow surely crosses, each once. */
export function bordersCrossed(facts: Facts, subject: Subject, border: Border['border']): Border[] {
  const found = new Map<string, Border>();
  for (const [a, b] of borderPairs(subject)) {
    const [from, to] = [sideOf(facts, a, border), sideOf(facts, b, border)];
    if (from === undefined || to === undefined || isSameSide(from, to)) continue;
    found.set(`${sideKey(from)} ${sideKey(to)}`, { kind: 'crosses', border, from, to });
  }
  return [...found.values()];
}

function sideOf(facts: Facts, name: string, border: Border['border']): BorderSide | undefined {
  if (border === 'party') return partyOf(facts, name);
  const zone = facts.component(name)?.zone;
  return zone === undefined ? undefined : { element: zone };
}
