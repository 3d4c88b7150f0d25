import {
  grantsOfMechanism,
  idlenessOf,
  kindTable,
  knownNames,
  levels,
  valueOf,
  withImplied,
  type Idleness,
  type MechanismGrants,
  Level,
} from '../language/semantics/index.js';
import type { Condition, ControlUse, Element, Flow, Layer, Limit, MechanismUse } from '../language/model/index.js';
import type { IdleStatement, GrantSource } from './assessment.js';
import { wholeOf, type Facts } from './facts.js';
import type { Recorded } from './reads.js';

export function levelOf(source: GrantSource): Level {
  return levels.indexOf(source.state) as Level;
}

const none: readonly never[] = [];

/** A grant and the part of a flow's path that it spans; elsewhere the span says nothing. */
export interface Grant {
  readonly source: GrantSource;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Of a flow of two stops, what the link of its hops is granted: it reaches the hops over that link. */
  readonly link?: string | undefined;
  /** The statement that it comes from: one span for all that the statement grants. */
  readonly statement: object;
  /** 0: the element itself; else the distance of the kind it is inherited from. */
  readonly distance: number;
}

type GrantTable = ReadonlyMap<string, readonly Grant[]>;

/** Whether a condition that limits a control surely holds of an element. */
type Holds = (condition: Condition, element: Element) => boolean;

/** What every element is granted. */
export class Grants {
  private readonly elements = new Map<Element, Recorded<GrantTable>>();
  /** Controls that a statement names and does not grant. */
  private readonly void = new Map<Element, Set<string>>();
  private readonly idleUses = new Map<Element, readonly IdleStatement[]>();

  constructor(
    private readonly facts: Facts,
    private readonly holds: Holds,
  ) {}

  /** All grants of a control on an element, its own and the inherited ones. */
  of(element: Element, control: string): readonly Grant[] {
    return this.all(element).get(control) ?? [];
  }

  /** The same for the path of a flow: where it has two stops, its links are all of its path, and what they are granted counts. */
  onPath(flow: Flow, control: string): readonly Grant[] {
    return flow.stops.length === 2 ? this.alongPath(flow, control) : this.of(flow, control);
  }

  /** What covers the path step by step: what the flow is granted, and what each of its links is. */
  alongPath(flow: Flow, control: string): readonly Grant[] {
    const links = [...new Set(flow.hops.flatMap(({ link }) => this.facts.link(link) ?? []))];
    return [...this.of(flow, control), ...links.flatMap((link) => this.of(link, control).map((grant) => ({ ...grant, link: link.name })))];
  }

  /** Whether anything is written of a control, be it weak, planned, too late or for a part of a path only. */
  isStated(element: Element, control: string): boolean {
    if (element.sort !== 'flow') return this.of(element, control).length > 0 || this.isVoid(element, control);
    const links = element.stops.length === 2 ? element.hops.flatMap(({ link }) => this.facts.link(link) ?? []) : [];
    return this.onPath(element, control).length > 0 || [element, ...links].some((one) => this.isVoid(one, control));
  }

  private isVoid(one: Element, control: string): boolean {
    this.all(one);
    return this.void.get(wholeOf(one))?.has(control) ?? false;
  }

  /** Everything that an element is granted, by control. */
  all(one: Element): GrantTable {
    const element = wholeOf(one);
    const { recorder } = this.facts;
    let recorded = this.elements.get(element);
    if (recorded === undefined) this.elements.set(element, (recorded = recorder.record(() => this.collect(element))));
    recorder.noteAll(recorded.reads);
    return recorded.found;
  }

  /** Everything that a mechanism grants. */
  ofMechanism(name: string): MechanismGrants {
    return grantsOfMechanism(name, this.facts.catalogue);
  }

  /** The statements that would grant a control on an element, were their evidence not blank or their day another. */
  idle(one: Element, control: string): readonly IdleStatement[] {
    const element = wholeOf(one);
    let uses = this.idleUses.get(element);
    if (uses === undefined) this.idleUses.set(element, (uses = this.findIdle(element)));
    // Of most elements there are none, and of leaves there are many: all of those have the one empty list.
    if (uses.length === 0) return none;
    return uses.filter((use) => withImplied(use.control, this.facts.catalogue).includes(control));
  }

  private findIdle(element: Element): readonly IdleStatement[] {
    const kinds = kindTable(element.sort, this.facts.catalogue);
    const inherited = [...this.facts.kinds(element).keys()].flatMap((kind) =>
      (kinds.get(kind)?.controls ?? []).map((use) => ({ use, kind: kind })),
    );
    return [...element.controls.map((use) => ({ use, kind: undefined })), ...inherited].flatMap(({ use, kind }) => {
      const why = this.idleness(use, element);
      return why === undefined ? [] : [{ element: element.name, control: use.control, kind, statement: use, why }];
    });
  }

  private idleness(use: ControlUse, element: Element): Idleness | undefined {
    const end = valueOf(element, knownNames.endOfUse, this.facts);
    return idlenessOf(use, this.facts.date, end?.kind === 'date' ? end.date : undefined);
  }

  private collect(element: Element): GrantTable {
    const table = new Map<string, Grant[]>();
    const add = (unlimited: Grant) => {
      const grant = this.limited(unlimited, element);
      const list = table.get(grant.source.control);
      if (list === undefined) table.set(grant.source.control, [grant]);
      else list.push(grant);
    };
    for (const use of element.controls) this.addControl(add, element, use, 0, undefined);
    for (const use of element.mechanisms) this.addMechanism(add, element, use.mechanism, use, {}, 0, undefined);
    if (element.sort === 'link' || element.sort === 'flow') {
      for (const layer of element.layers) {
        for (const mechanism of layer.stack) this.addMechanism(add, element, mechanism, layer, layer, 0, undefined);
      }
    }
    const kinds = kindTable(element.sort, this.facts.catalogue);
    for (const [name, distance] of this.facts.kinds(element)) {
      const kind = kinds.get(name);
      for (const use of kind?.controls ?? [])
        this.addControl(add, element, { ...use, from: undefined, to: undefined }, distance, name, use);
      for (const use of kind?.mechanisms ?? []) this.addMechanism(add, element, use.mechanism, use, {}, distance, name);
    }
    return table;
  }

  /** What a limit of the granted control makes weak on this element. */
  private limited(grant: Grant, element: Element): Grant {
    const { source } = grant;
    if (source.state === 'weak') return grant;
    const limit = this.limitOf(source.granted, element);
    return limit === undefined ? grant : { ...grant, source: { ...source, state: 'weak', weakness: limit.because } };
  }

  /** What makes a control weak on an element, whoever grants it. */
  limitOf(control: string, element: Element): Limit | undefined {
    return this.facts.catalogue.controls.get(control)?.limits.find(({ condition }) => this.holds(condition, element));
  }

  private addControl(
    add: (grant: Grant) => void,
    element: Element,
    use: ControlUse,
    distance: number,
    kind: string | undefined,
    statement: ControlUse = use,
  ): void {
    if (this.idleness(use, element) !== undefined) {
      const named = this.void.get(element) ?? new Set();
      for (const control of withImplied(use.control, this.facts.catalogue)) named.add(control);
      this.void.set(element, named);
      return;
    }
    const plain = { mechanism: undefined, because: undefined };
    const grants = use.mechanisms.length === 0 ? [plain] : use.mechanisms.flatMap((mechanism) => this.through(mechanism, use.control));
    for (const { mechanism, because } of grants) {
      const state = because !== undefined ? 'weak' : use.planned ? 'planned' : 'met';
      for (const control of withImplied(use.control, this.facts.catalogue)) {
        const source: GrantSource = {
          element: element.name,
          control,
          granted: use.control,
          mechanism,
          weakness: because,
          kind,
          state,
          due: use.planned ? use.due : undefined,
          statement,
        };
        add({ source, from: use.from, to: use.to, statement, distance });
      }
    }
  }

  /** `control C by M`: nothing where M says nothing of C. */
  private through(mechanism: string, control: string): { mechanism: string; because: string | undefined }[] {
    const grant = this.ofMechanism(mechanism).get(control);
    return grant === undefined ? [] : [{ mechanism, because: grant.because }];
  }

  private addMechanism(
    add: (grant: Grant) => void,
    element: Element,
    mechanism: string,
    statement: MechanismUse | Layer,
    span: { readonly from?: string | undefined; readonly to?: string | undefined },
    distance: number,
    kind: string | undefined,
  ): void {
    for (const [control, { granted: first, ways, because }] of this.ofMechanism(mechanism)) {
      // Of several ways to come by a control, one that nothing limits here.
      const granted = ways.find((way) => this.limitOf(way, element) === undefined) ?? first;
      const source: GrantSource = {
        element: element.name,
        control,
        granted,
        mechanism,
        weakness: because,
        kind,
        state: because === undefined ? 'met' : 'weak',
        due: undefined,
        statement,
      };
      add({ source, from: span.from, to: span.to, statement, distance });
    }
  }
}

/** What a list of grants comes to at one place, with the grants that decide it. */
export interface Grade {
  readonly level: Level;
  readonly sources: readonly GrantSource[];
}

export const nothing: Grade = { level: Level.missing, sources: [] };

/** The best own grant counts, and the best of the nearest kinds that grant at all; an own weak one overrides what is inherited. */
export function gradeOf(grants: readonly Grant[]): Grade {
  const own = best(grants.filter((grant) => grant.distance === 0));
  const inherited = grants.filter((grant) => grant.distance > 0);
  if (inherited.length === 0 || own.level === Level.weak) return own;
  const nearest = Math.min(...inherited.map((grant) => grant.distance));
  const above = best(inherited.filter((grant) => grant.distance === nearest));
  return above.level > own.level ? above : own;
}

function best(grants: readonly Grant[]): Grade {
  let level: Level = Level.missing;
  for (const { source } of grants) level = Math.max(level, levelOf(source)) as Level;
  return level === Level.missing
    ? nothing
    : { level, sources: grants.map((grant) => grant.source).filter((source) => levelOf(source) === level) };
}
