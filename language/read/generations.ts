import type { Architecture, Component, Decision, Design, Element, Flow, Link, Zone } from '../model/architecture.js';
import { isThereIn, phaseOn, phasePlaces, zoneAround, type Staying } from '../semantics/index.js';
import type { ModelPart } from '../source/map.js';
import { keptWhole, sameList, sameTable } from './architecture.js';
import { distinct } from './body.js';

type OwnBody = Pick<Element, 'settings' | 'controls' | 'mechanisms'> & Partial<Pick<Component, 'stores'>>;

/**
 * Designs as they are in each of their phases: what is there in it, with the links and stops that there are. A design without phases is the
 * same in all of them, and so is each part that says nothing of phases. Read again after an edit, what says the same stays the same object.
 */
export class Generations {
  private readonly read = new WeakMap<Architecture, Map<number, Architecture>>();
  /** By the address of the design's own file and the phase: the one that was read last. */
  private readonly last = new Map<string, Architecture>();
  private readonly parts = new WeakMap<Element, Map<string, Element>>();

  /** `from` is told of each part that is a copy, with the part that stands in the text. */
  constructor(private readonly from: (copy: ModelPart, original: ModelPart) => void) {}

  on(day: string, whole: Architecture): Architecture {
    return this.at(phaseOn(day, whole.phases), whole);
  }

  /** One for each phase, and one for the days before the first of them. */
  all(whole: Architecture): readonly Architecture[] {
    return phasePlaces(whole.phases).map((place) => this.at(place, whole));
  }

  private at(place: number, whole: Architecture): Architecture {
    if (whole.phases.length === 0) return whole;
    let known = this.read.get(whole);
    if (known === undefined) this.read.set(whole, (known = new Map<number, Architecture>()));
    let found = known.get(place);
    if (found === undefined) {
      const key = `${place} ${whole.files[0]!}`;
      known.set(place, (found = this.readAt(place, whole, this.last.get(key))));
      this.last.set(key, found);
    }
    return found;
  }

  private readAt(place: number, whole: Architecture, before: Architecture | undefined): Architecture {
    const { phases } = whole;
    const isThere = (one: Staying) => isThereIn(one, place, phases);
    const ofZones = [...whole.zones.values(), ...whole.components.values()];
    const gone = new Set(ofZones.filter((one) => !isThere(one)).map(({ name }) => name));
    const stays = (name: string) => !gone.has(name);
    const body = <E extends Element>(one: E) =>
      this.partOf(one, `${place} ${phases.map(({ name }) => name).join(' ')}`, bodyIn(one, isThere));
    const around = (name: string | undefined) => zoneAround(name, whole.zones, isThere);
    const links = new Map<string, Link>();
    for (const link of whole.links.values()) {
      const ends = endsIn(link, stays);
      const zones = distinct(link.zones.map(around).filter((zone) => zone !== undefined));
      if (isThere(link) && ends !== undefined)
        links.set(link.name, this.withChanges(body(link), { ...ends, zones }, before?.links.get(link.name)));
      else gone.add(link.name);
    }
    const flows = new Map<string, Flow>();
    for (const flow of whole.flows.values()) {
      const way = wayIn(flow, stays);
      if (isThere(flow) && way !== undefined) flows.set(flow.name, this.withChanges(body(flow), way, before?.flows.get(flow.name)));
      else gone.add(flow.name);
    }
    const ofParty = <E extends Design | Zone | Component>(one: E, old: Element | undefined) => {
      const within = one.sort === 'design' ? {} : { zone: around(one.zone) };
      const running = { runBy: one.runBy !== undefined && stays(one.runBy) ? one.runBy : undefined };
      return this.withChanges(body(one), { ...within, ...running } as Partial<E>, old as E);
    };
    const table = <E extends Element>(all: ReadonlyMap<string, E>, old: ReadonlyMap<string, E> | undefined, read: (one: E) => E) =>
      sameTable(old, new Map([...all].flatMap(([name, one]) => (isThere(one as Staying) ? [[name, read(one)] as const] : []))));
    const decided = (all: readonly Decision[]) => all.flatMap((one) => this.decisionOf(one, stays));
    return keptWhole(before, {
      ...whole,
      design: ofParty(whole.design, before?.design),
      zones: table(whole.zones, before?.zones, (one) => ofParty(one, before?.zones.get(one.name))),
      components: table(whole.components, before?.components, (one) => ofParty(one, before?.components.get(one.name))),
      data: table(whole.data, before?.data, body),
      links: sameTable(before?.links, links),
      flows: sameTable(before?.flows, flows),
      decisions: sameList(before?.decisions, decided(whole.decisions)),
      refused: sameList(before?.refused, decided(whole.refused)),
    });
  }

  /** The part itself where its body says nothing of phases. */
  private partOf<E extends Element>(whole: E, key: string, own: OwnBody | undefined): E {
    if (own === undefined) return whole;
    let known = this.parts.get(whole);
    if (known === undefined) this.parts.set(whole, (known = new Map<string, Element>()));
    let found = known.get(key) as E | undefined;
    if (found === undefined) {
      known.set(key, (found = { ...whole, ...own }));
      this.from(found, whole);
    }
    return found;
  }

  /** The part itself where nothing changes, and the copy of before where that says the same. */
  private withChanges<E extends Element>(one: E, changes: Partial<E>, before: E | undefined): E {
    const keys = Object.keys(changes) as (keyof E)[];
    if (keys.every((key) => isAlike(one[key], changes[key]))) return one;
    const now: E = { ...one, ...changes };
    const isSame = (key: keyof E) => (key in changes ? isAlike(now[key], before?.[key]) : now[key] === before?.[key]);
    const kept = before !== undefined && (Object.keys(now) as (keyof E)[]).every(isSame) ? before : now;
    if (kept !== one) this.from(kept, one);
    return kept;
  }

  private decisionOf(one: Decision, stays: (name: string) => boolean): Decision[] {
    const targets = one.targets.filter(({ reach, name }) => reach === 'every' || stays(name));
    if (targets.length === one.targets.length) return [one];
    if (targets.length === 0) return [];
    const copy = { ...one, targets };
    this.from(copy, one);
    return [copy];
  }
}

/** What a body says in a phase; undefined where it says the same in all. */
function bodyIn(one: Element, isThere: (part: Staying) => boolean): OwnBody | undefined {
  const { settings, controls, mechanisms } = one;
  const stored = (one.sort === 'component' && one.stored) || [];
  if ([...settings, ...controls, ...mechanisms, ...stored].every(({ stay }) => stay === undefined)) return undefined;
  const stores = stored.length === 0 ? {} : { stores: distinct(stored.filter(isThere).map(({ data }) => data)) };
  return { settings: settings.filter(isThere), controls: controls.filter(isThere), mechanisms: mechanisms.filter(isThere), ...stores };
}

/** The ends of a link that there are; undefined where a side has none. */
function endsIn({ sources, targets, openedBy }: Link, stays: (name: string) => boolean): Partial<Link> | undefined {
  const left = { sources: sources.filter(stays), targets: targets.filter(stays), openedBy: openedBy.filter(stays) };
  const isCut = (side: 'sources' | 'targets', all: readonly string[]) => left[side].length === 0 && all.length > 0;
  return isCut('sources', sources) || isCut('targets', targets) ? undefined : left;
}

/** The way of a flow that there is; undefined where one of its stops is not. */
function wayIn({ stops, via, hops }: Flow, stays: (name: string) => boolean): Partial<Flow> | undefined {
  const left = stops.map((stop) => stop.filter(stays));
  if (left.some((stop, index) => stop.length === 0 && stops[index]!.length > 0)) return undefined;
  const chosen = via.filter(stays);
  const steps = hops
    .filter(({ from, to }) => stays(from) && stays(to))
    .map((hop) => {
      const candidates = hop.candidates.filter(stays);
      const link = chosen.find((name) => candidates.includes(name)) ?? (candidates.length === 1 ? candidates[0] : undefined);
      return { ...hop, candidates, link };
    });
  return { stops: left, via: chosen, hops: steps };
}

/** Lists of names, of lists of names, or of steps. */
function isAlike(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && JSON.stringify(one) === JSON.stringify(other));
}
