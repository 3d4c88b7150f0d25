import { dataOfFlow, endsOfLink, zonesAround } from '../language/semantics/index.js';
import type { Architecture, Component, Element, Flow, Link } from '../language/model/index.js';

interface Tables {
  readonly linksAt: Table<Link>;
  readonly flowsAt: Table<Flow>;
  readonly flowsOn: Table<Flow>;
  readonly flowsCarrying: Table<Flow>;
  readonly holders: Table<Component>;
  readonly componentsIn: Table<Component>;
}

type Table<E> = Map<string, E[]>;

/** Under which names of each table an element stands. */
type Entries = readonly (readonly [keyof Tables, readonly string[]])[];

const none: readonly never[] = [];

/** What touches what in a design: found once, so that every question costs what its answer is long. */
export class Adjacency {
  private constructor(
    private readonly tables: Tables,
    private readonly trial?: { readonly on: Adjacency; readonly now: Element; readonly entries: Entries },
  ) {}

  static of(architecture: Architecture): Adjacency {
    const found = new Adjacency(emptyTables());
    for (const link of architecture.links.values()) found.put(link, architecture);
    for (const flow of architecture.flows.values()) found.put(flow, architecture);
    for (const component of architecture.components.values()) found.put(component, architecture);
    return found;
  }

  /** The same with one element in the place of another. Where it touches the same, all that does not name it is shared. */
  with(before: Element, now: Element, architecture: Architecture): Adjacency {
    const entries = entriesOf(before, architecture);
    if (JSON.stringify(entries) !== JSON.stringify(entriesOf(now, architecture))) return Adjacency.of(architecture);
    return new Adjacency(emptyTables(), { on: this, now, entries });
  }

  get<K extends keyof Tables>(table: K, name: string): NonNullable<ReturnType<Tables[K]['get']>> {
    const own = this.tables[table].get(name) ?? this.inTrial(table, name) ?? none;
    return own as NonNullable<ReturnType<Tables[K]['get']>>;
  }

  /** What everything touches, such as a head-end, has long lists: one with the other element in it is made when somebody asks for it. */
  private inTrial(table: keyof Tables, name: string): readonly Element[] | undefined {
    if (this.trial === undefined) return undefined;
    const { on, now, entries } = this.trial;
    const there = on.get(table, name) as readonly Element[];
    if (!entries.some(([one, names]) => one === table && names.includes(name))) return there;
    const list = there.map((one) => (one.name === now.name ? now : one));
    (this.tables[table] as Table<Element>).set(name, list);
    return list;
  }

  private put(element: Element, architecture: Architecture): void {
    for (const [table, names] of entriesOf(element, architecture)) {
      const lists = this.tables[table] as Table<Element>;
      for (const name of names) {
        const list = lists.get(name);
        if (list === undefined) lists.set(name, [element]);
        else list.push(element);
      }
    }
  }
}

function emptyTables(): Tables {
  return {
    linksAt: new Map(),
    flowsAt: new Map(),
    flowsOn: new Map(),
    flowsCarrying: new Map(),
    holders: new Map(),
    componentsIn: new Map(),
  };
}

function entriesOf(element: Element, { zones }: Architecture): Entries {
  switch (element.sort) {
    case 'link':
      return [['linksAt', endsOfLink(element)]];
    case 'flow':
      return [
        ['flowsAt', [...new Set(element.stops.flat())]],
        ['flowsOn', [...new Set(element.hops.flatMap(({ link }) => link ?? []))]],
        ['flowsCarrying', dataOfFlow(element)],
      ];
    case 'component':
      return [
        ['holders', element.stores],
        ['componentsIn', zonesAround(element.zone, zones).map(({ name }) => name)],
      ];
    default:
      return none;
  }
}
