import {
  coveredBy,
  dataOfFlow,
  demandsOf,
  elementsOfSort,
  isInForce,
  knownNames,
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
  ElementSort,
  Flow,
  Hop,
  Link,
  RelationName,
  Zone,
} from '../language/model/index.js';
import type { Adjacency } from './adjacency.js';
import { seenIn, type Figures } from './figures.js';
import { NameMeanings } from './name-meanings.js';
import { Recorder, type Recorded, type Topic } from './reads.js';

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
  private readonly sections = new Map<string, FlowSection[]>();
  private readonly members = new Map<RelationName, Map<Subject, Recorded<readonly Subject[]>>>();
  private accepted: ReadonlySet<string> | undefined;

  constructor(
    /** Only for what no evaluation is built on: what is taken out here is not noted as read. */
    readonly architecture: Architecture,
    /** `YYYY-MM-DD`. */
    readonly date: string,
    /** The profiles that the design is reviewed against. */
    readonly profiles: readonly string[],
    readonly recorder: Recorder,
    private readonly adjacency: Adjacency,
    private named = new NameMeanings(),
    private readonly figures?: () => Figures,
  ) {}

  /** What the design says where an element is otherwise. */
  with(before: Element, now: Element, architecture: Architecture): Facts {
    const adjacency = this.adjacency.with(before, now, architecture);
    return new Facts(architecture, this.date, this.profiles, new Recorder(false), adjacency, this.named, this.figures);
  }

  /** Goes on from a design of the same catalogue. */
  follow(earlier: Facts): void {
    this.named = earlier.named;
  }

  /** What there is to see of what was noted. */
  look(topic: Topic, key: unknown): unknown {
    const name = key as string;
    const { architecture } = this;
    switch (topic) {
      case 'component':
        return this.component(name);
      case 'kinds of component':
        return architecture.components.get(name)?.kinds;
      case 'link':
        return this.link(name);
      case 'data':
        return this.data(name);
      case 'zone':
        return this.zone(name);
      case 'zones around':
        return this.zonesAround(name);
      case 'links at':
        return this.linksAt(name);
      case 'flows at':
        return this.flowsAt(name);
      case 'flows on':
        return this.flowsOn(name);
      case 'flows carrying':
        return this.flowsCarrying(name);
      case 'holders':
        return this.holders(name);
      case 'components in':
        return this.componentsIn(name);
      case 'accepted':
        return this.isAccepted(name);
      case 'all':
        return this.all(key as ElementSort);
      case 'design':
        return this.design;
      case 'figure':
        return seenIn(this.figures, name);
      case 'condition in design':
      case 'limit in design':
        return undefined;
    }
  }

  /** What a relation leads to from a subject, found once. */
  near(subject: Subject, name: RelationName, find: () => readonly Subject[]): readonly Subject[] {
    let known = this.members.get(name);
    if (known === undefined) this.members.set(name, (known = new Map<Subject, Recorded<readonly Subject[]>>()));
    let recorded = known.get(subject);
    if (recorded === undefined) known.set(subject, (recorded = this.recorder.record(find)));
    this.recorder.noteAll(recorded.reads);
    return recorded.found;
  }

  /** How many devices something is done to from one instance of an element. What that is computed from is not noted: the figure is. */
  readonly figure: Figures['of'] = (element, hold) => {
    this.recorder.note('figure', `${hold} ${element}`);
    return this.recorder.record(() => this.figures?.().of(element, hold)).found;
  };

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
    this.recorder.note('accepted', element);
    this.accepted ??= new Set(
      this.decisionsInForce()
        .filter(({ verb }) => verb === 'accept')
        .flatMap((decision) => [...coveredBy(decision, this.architecture)]),
    );
    return this.accepted.has(element);
  }

  get design(): Design {
    this.recorder.note('design', undefined);
    return this.architecture.design;
  }

  /** All elements of a sort. */
  all(sort: ElementSort): readonly Element[] {
    this.recorder.note('all', sort);
    return elementsOfSort(this.architecture, sort);
  }

  component(name: string): Component | undefined {
    this.recorder.note('component', name);
    return this.architecture.components.get(name);
  }

  components(names: readonly string[]): Component[] {
    return [...new Set(names)].flatMap((name) => this.component(name) ?? []);
  }

  link(name: string | undefined): Link | undefined {
    if (name === undefined) return undefined;
    this.recorder.note('link', name);
    return this.architecture.links.get(name);
  }

  data(name: string): Data | undefined {
    this.recorder.note('data', name);
    return this.architecture.data.get(name);
  }

  dataNamed(names: readonly string[]): Data[] {
    return [...new Set(names)].flatMap((name) => this.data(name) ?? []);
  }

  protocol(name: string): Protocol {
    return this.named.protocol(name);
  }

  /** All kinds of an element, with their distances. */
  kinds(one: Element): Lineage {
    return this.named.kinds(wholeOf(one), this.catalogue);
  }

  is(element: Element | undefined, kind: string): boolean {
    return element !== undefined && this.kinds(element).has(kind);
  }

  /** Whether the component of a name is of a kind: nothing else is read of it. */
  isComponentOf(name: string, kind: string): boolean {
    this.recorder.note('kinds of component', name);
    return this.is(this.architecture.components.get(name), kind);
  }

  /** A mechanism and all it is, itself at distance 0. */
  mechanismKinds(name: string): Lineage {
    return this.named.mechanismKinds(name, this.catalogue);
  }

  linksAt(component: string): readonly Link[] {
    this.recorder.note('links at', component);
    return this.adjacency.get('linksAt', component);
  }

  flowsAt(component: string): readonly Flow[] {
    this.recorder.note('flows at', component);
    return this.adjacency.get('flowsAt', component);
  }

  flowsOn(link: string): readonly Flow[] {
    this.recorder.note('flows on', link);
    return this.adjacency.get('flowsOn', link);
  }

  /** The flows over a link, as that link sees them. */
  sectionsOn(link: string): readonly FlowSection[] {
    const flows = this.flowsOn(link);
    let found = this.sections.get(link);
    if (found === undefined) {
      found = flows.map((flow): FlowSection => ({ ...flow, whole: flow, over: link }));
      this.sections.set(link, found);
    }
    return found;
  }

  flowsCarrying(data: string): readonly Flow[] {
    this.recorder.note('flows carrying', data);
    return this.adjacency.get('flowsCarrying', data);
  }

  holders(data: string): readonly Component[] {
    this.recorder.note('holders', data);
    return this.adjacency.get('holders', data);
  }

  /** Components in a zone or in zones within it. */
  componentsIn(zone: string): readonly Component[] {
    this.recorder.note('components in', zone);
    return this.adjacency.get('componentsIn', zone);
  }

  /** A zone and those around it, innermost first. */
  zonesAround(name: string | undefined): Zone[] {
    if (name === undefined) return [];
    this.recorder.note('zones around', name);
    return zonesAround(name, this.architecture.zones);
  }

  zone(name: string | undefined): Zone | undefined {
    if (name === undefined) return undefined;
    this.recorder.note('zone', name);
    return this.architecture.zones.get(name);
  }

  isPersonHop(hop: Hop): boolean {
    return this.isPerson(hop.from) || this.isPerson(hop.to);
  }

  /** Both ends may read everything, so that what runs between them is their own links' matter. */
  isTrustedHop(hop: Hop): boolean {
    return this.isTrusted(hop.from) && this.isTrusted(hop.to);
  }

  isPerson(component: string): boolean {
    return this.isComponentOf(component, knownNames.person);
  }

  isTrusted(component: string): boolean {
    return this.isComponentOf(component, knownNames.trustedEndPoint);
  }

  /** What a link carries: its own, and what flows carry over it. */
  dataOver(link: Link): string[] {
    return [...new Set([...link.carries, ...this.flowsOn(link.name).flatMap(dataOfFlow)])];
  }
}
