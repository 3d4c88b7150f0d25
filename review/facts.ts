import {
  coveredBy,
  dataOfFlow,
  demandsOf,
  endsOfLink,
  isInForce,
  kindsOf,
  knownNames,
  mechanismLineage,
  zonesAround,
  type Lineage,
  type Lookup,
  type Protocol,
  type Subject,
} from '../language/semantics/index.js';
import type {
  Architecture,
  Component,
  Data,
  Decision,
  Demand,
  Design,
  Element,
  Flow,
  Hop,
  Link,
  RelationName,
  Zone,
} from '../language/model/index.js';

/** A flow as a link over which it runs sees it: what protects it is asked for the hops over that link. */
export interface FlowSection extends Flow {
  readonly whole: Flow;
  readonly over: string;
}

/** The flow itself, of a section; of anything else that. */
export function wholeOf<S extends Subject>(subject: S): S {
  return 'whole' in subject ? (subject.whole as S) : subject;
}

/** The link whose hops are meant; undefined where the whole flow is. */
export function linkOfSection(flow: Flow): string | undefined {
  return 'over' in flow ? (flow as FlowSection).over : undefined;
}

/** What a design says, indexed once, so that every question about one element costs what the answer is long. */
export class Facts implements Lookup {
  readonly date: string;
  readonly architecture: Architecture;
  /** The profiles that the design is reviewed against. */
  readonly profiles: readonly string[];
  private readonly lineages = new Map<Element, Lineage>();
  private readonly mechanismLineages = new Map<string, Lineage>();
  private readonly protocols = new Map<string, Protocol>();
  private readonly linksOf = new Map<string, Link[]>();
  private readonly flowsOf = new Map<string, Flow[]>();
  private readonly flowsOver = new Map<string, Flow[]>();
  private readonly flowsWith = new Map<string, Flow[]>();
  private readonly holdersOf = new Map<string, Component[]>();
  private readonly inside = new Map<string, Component[]>();
  private readonly sections = new Map<string, FlowSection[]>();
  private readonly members = new Map<RelationName, Map<Subject, readonly Subject[]>>();
  private accepted: ReadonlySet<string> | undefined;

  constructor(architecture: Architecture, date: string, profiles: readonly string[] = architecture.design.profiles) {
    this.architecture = architecture;
    this.date = date;
    this.profiles = profiles;
    for (const link of architecture.links.values()) for (const end of endsOfLink(link)) push(this.linksOf, end, link);
    for (const flow of architecture.flows.values()) {
      for (const stop of new Set(flow.stops.flat())) push(this.flowsOf, stop, flow);
      for (const link of new Set(flow.hops.map((hop) => hop.link))) if (link !== undefined) push(this.flowsOver, link, flow);
      for (const data of dataOfFlow(flow)) push(this.flowsWith, data, flow);
    }
    for (const component of architecture.components.values()) {
      for (const data of component.stores) push(this.holdersOf, data, component);
      for (const zone of this.zonesAround(component.zone)) push(this.inside, zone.name, component);
    }
  }

  /** What a relation leads to from a subject, found once. */
  near(subject: Subject, name: RelationName, find: () => readonly Subject[]): readonly Subject[] {
    let known = this.members.get(name);
    if (known === undefined) this.members.set(name, (known = new Map<Subject, readonly Subject[]>()));
    let found = known.get(subject);
    if (found === undefined) known.set(subject, (found = find()));
    return found;
  }

  get catalogue() {
    return this.architecture.catalogue;
  }

  /** The clauses that every `accept` must have here. */
  get demands(): readonly Demand[] {
    return demandsOf(this.profiles, this.catalogue).map(({ clause }) => clause);
  }

  /** The decisions that count on the day of the review. */
  decisionsInForce(): Decision[] {
    return this.architecture.decisions.filter((decision) => isInForce(decision, this.date, this.demands));
  }

  /** Whether a risk on an element is accepted, whichever it is. */
  isAccepted(element: string): boolean {
    this.accepted ??= new Set(
      this.decisionsInForce()
        .filter(({ verb }) => verb === 'accept')
        .flatMap((decision) => [...coveredBy(decision, this.architecture)]),
    );
    return this.accepted.has(element);
  }

  get design(): Design {
    return this.architecture.design;
  }

  component(name: string): Component | undefined {
    return this.architecture.components.get(name);
  }

  components(names: readonly string[]): Component[] {
    return [...new Set(names)].flatMap((name) => this.component(name) ?? []);
  }

  link(name: string | undefined): Link | undefined {
    return name === undefined ? undefined : this.architecture.links.get(name);
  }

  dataNamed(names: readonly string[]): Data[] {
    return [...new Set(names)].flatMap((name) => this.architecture.data.get(name) ?? []);
  }

  protocol(name: string): Protocol {
    let protocol = this.protocols.get(name);
    if (protocol === undefined) this.protocols.set(name, (protocol = { place: 'protocol', name }));
    return protocol;
  }

  /** All kinds of an element, with their distances. */
  kinds(one: Element): Lineage {
    const element = wholeOf(one);
    let found = this.lineages.get(element);
    if (found === undefined) this.lineages.set(element, (found = kindsOf(element, this.catalogue)));
    return found;
  }

  is(element: Element | undefined, kind: string): boolean {
    return element !== undefined && this.kinds(element).has(kind);
  }

  /** A mechanism and all it is, itself at distance 0. */
  mechanismKinds(name: string): Lineage {
    let found = this.mechanismLineages.get(name);
    if (found === undefined) this.mechanismLineages.set(name, (found = mechanismLineage(name, this.catalogue)));
    return found;
  }

  linksAt(component: string): readonly Link[] {
    return this.linksOf.get(component) ?? [];
  }

  flowsAt(component: string): readonly Flow[] {
    return this.flowsOf.get(component) ?? [];
  }

  flowsOn(link: string): readonly Flow[] {
    return this.flowsOver.get(link) ?? [];
  }

  /** The flows over a link, as that link sees them. */
  sectionsOn(link: string): readonly FlowSection[] {
    let found = this.sections.get(link);
    if (found === undefined) {
      found = this.flowsOn(link).map((flow): FlowSection => ({ ...flow, whole: flow, over: link }));
      this.sections.set(link, found);
    }
    return found;
  }

  flowsCarrying(data: string): readonly Flow[] {
    return this.flowsWith.get(data) ?? [];
  }

  holders(data: string): readonly Component[] {
    return this.holdersOf.get(data) ?? [];
  }

  /** Components in a zone or in zones within it. */
  componentsIn(zone: string): readonly Component[] {
    return this.inside.get(zone) ?? [];
  }

  /** A zone and those around it, innermost first. */
  zonesAround(name: string | undefined): Zone[] {
    return zonesAround(name, this.architecture.zones);
  }

  zone(name: string | undefined): Zone | undefined {
    return name === undefined ? undefined : this.architecture.zones.get(name);
  }

  isPersonHop(hop: Hop): boolean {
    return this.isPerson(hop.from) || this.isPerson(hop.to);
  }

  /** Both ends may read everything, so that what runs between them is their own links' matter. */
  isTrustedHop(hop: Hop): boolean {
    return this.isTrusted(hop.from) && this.isTrusted(hop.to);
  }

  isPerson(component: string): boolean {
    return this.is(this.component(component), knownNames.person);
  }

  isTrusted(component: string): boolean {
    return this.is(this.component(component), knownNames.trustedEndPoint);
  }

  /** What a link carries: its own, and what flows carry over it. */
  dataOver(link: Link): string[] {
    return [...new Set([...link.carries, ...this.flowsOn(link.name).flatMap(dataOfFlow)])];
  }
}

function push<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
