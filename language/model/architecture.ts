import type { Catalogue, ControlUse, MechanismUse, Setting } from './catalogue.js';
import type { Stay } from './stay.js';

/** What every element of a design has. Elements refer to each other by name: one name space for all of them. */
export interface ElementBase {
  readonly name: string;
  readonly title: string | undefined;
  readonly documentation: string | undefined;
  /** The address of the file that it stands in. */
  readonly file: string;
  /** The kinds it was declared with, in the order written; of a flow, its services. */
  readonly kinds: readonly string[];
  readonly settings: readonly Setting[];
  readonly controls: readonly ControlUse[];
  readonly mechanisms: readonly MechanismUse[];
  readonly notes: readonly string[];
}

export interface Design extends ElementBase {
  readonly sort: 'design';
  readonly version: string | undefined;
  readonly owner: string | undefined;
  /** The component named by `run by`: the party whose design it is. The utility where nobody is named. */
  readonly runBy: string | undefined;
  /** The profiles it names; `x1332` where it names none. */
  readonly profiles: readonly string[];
  /** A fragment that no design imports is reviewed alone, under its file's name; it has no design element. */
  readonly implicit: boolean;
}

export interface Zone extends ElementBase {
  readonly sort: 'zone';
  readonly stay?: Stay;
  /** The zone around it. */
  readonly zone: string | undefined;
  /** The component named by `run by`. */
  readonly runBy: string | undefined;
}

export interface Component extends ElementBase {
  readonly sort: 'component';
  readonly stay?: Stay;
  readonly zone: string | undefined;
  readonly runBy: string | undefined;
  /** What it ever stores, or stores in the phase that the architecture is read for; each name once. */
  readonly stores: readonly string[];
  /** Where phases are said of any of it: a part for each time that it is said. */
  readonly stored?: readonly Stored[];
}

/** One of the data that a component keeps, and in which phases. */
export interface Stored {
  readonly data: string;
  readonly stay?: Stay;
}

export interface Data extends ElementBase {
  readonly sort: 'data';
}

/** A stack of protocols, from the lowest layer up. `from` and `to` (flows only) bound the part of the path it covers. */
export interface Layer {
  readonly stack: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface Link extends ElementBase {
  readonly sort: 'link';
  readonly stay?: Stay;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly twoWay: boolean;
  readonly zones: readonly string[];
  readonly layers: readonly Layer[];
  /** Its own `carries`, not what flows over it carry. */
  readonly carries: readonly string[];
  readonly openedBy: readonly string[];
}

/** One step of a flow, from one component to the next, over at most one link. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  /** The link that carries it; undefined where none does, or where several could and `via` names none of them. */
  readonly link: string | undefined;
  /** All links between the two that carry in this direction, by name in the order of their declaration. */
  readonly candidates: readonly string[];
  /** Index of the stop it starts from, into `Flow.stops`. */
  readonly step: number;
}

export interface Flow extends ElementBase {
  readonly sort: 'flow';
  readonly stay?: Stay;
  /** One list of components a stop. */
  readonly stops: readonly (readonly string[])[];
  readonly carries: readonly string[];
  /** What comes back on the same way. */
  readonly returns: readonly string[];
  readonly layers: readonly Layer[];
  readonly via: readonly string[];
  /** In order of the stops, then of the components within a stop. */
  readonly hops: readonly Hop[];
}

/** A stage of a roll-out. It lasts until the next one begins. */
export interface Phase {
  readonly name: string;
  readonly title: string | undefined;
  readonly documentation: string | undefined;
  /** `YYYY-MM-DD`, its first day. */
  readonly from: string;
  /** The address of the file that it stands in. */
  readonly file: string;
}

/** A part of what a variant costs more than its design. */
export interface Cost {
  /** In the smallest unit of the currency. */
  readonly amount: number;
  readonly currency: string;
  /** Of what of the variant it is the cost; of all that has none of its own where this is empty. */
  readonly parts: readonly string[];
}

/** A design as it would be with some changes: what its statement says of it. */
export interface Variant {
  readonly name: string;
  readonly title: string | undefined;
  readonly documentation: string | undefined;
  /** The address of the file that it stands in. */
  readonly file: string;
  /** The name of its design; undefined where nobody says. */
  readonly design: string | undefined;
  /** Names of elements, each once. What takes the place of something is added and taken away. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly takenAway: readonly string[];
  readonly costs: readonly Cost[];
  readonly notes: readonly string[];
}

/** What a decision is about, as it is written after `on`: an element by itself, `ZONE and within`, or `every KIND`. */
export interface Target {
  readonly reach: 'itself' | 'within' | 'every';
  /** Of the element; of the kind, for `every`. */
  readonly name: string;
}

export interface Decision {
  readonly verb: 'accept' | 'exclude';
  readonly requirements: readonly string[];
  readonly targets: readonly Target[];
  /** `YYYY-MM-DD`; the day itself is included. */
  readonly until: string | undefined;
  readonly because: string | undefined;
  readonly by: string | undefined;
  /** The address of the file that it stands in. */
  readonly file: string;
}

export type Element = Zone | Component | Data | Link | Flow | Design;

/** One design (or one fragment alone) as plain read-only data: what its file and all imported files say. */
export interface Architecture {
  readonly catalogue: Catalogue;
  readonly design: Design;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly components: ReadonlyMap<string, Component>;
  readonly data: ReadonlyMap<string, Data>;
  readonly links: ReadonlyMap<string, Link>;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly decisions: readonly Decision[];
  /** Decisions in files that may hold none: told, and without effect. */
  readonly refused: readonly Decision[];
  /** Its phases in the order of their days. */
  readonly phases: readonly Phase[];
  /** Every file it was read from, the design's own first. */
  readonly files: readonly string[];
  /**
   * The names of all elements in the order of the files and of their lines, the design's own among them where it has a statement; also of those
   * that are not there on the day that this is the design of.
   */
  readonly order: readonly string[];
}
