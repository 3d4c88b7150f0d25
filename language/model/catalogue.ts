import type { Condition } from './condition.js';
import type { Need } from './need.js';
import type { ServiceRole } from './service-role.js';
import type { Stay } from './stay.js';
import type { Value, ValueType } from './value.js';

/** What a requirement applies to, and where a control, mechanism or attribute may stand. */
export type ElementSort = 'zone' | 'component' | 'data' | 'link' | 'flow' | 'design';

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
/** From the worst down. */
export type Severity = (typeof severities)[number];

/** What every definition has. Definitions refer to each other by name; a name that is not defined is left out. */
export interface Definition {
  readonly name: string;
  readonly title: string | undefined;
  /** Everyday words by which it is known: searched and offered, never written. */
  readonly also: readonly string[];
  /** The text of the doc comment before it, without its marks. */
  readonly documentation: string | undefined;
  readonly notes: readonly string[];
  /** The address of the file that it stands in. */
  readonly file: string;
  /** Shipped with the product, not written in the workspace. */
  readonly builtIn: boolean;
}

export type KindSort = 'component' | 'zone' | 'data' | 'service';

export interface Kind extends Definition {
  readonly sort: KindSort;
  readonly parents: readonly string[];
  readonly settings: readonly Setting[];
  readonly controls: readonly ControlUse[];
  readonly mechanisms: readonly MechanismUse[];
  /** Of a service, `not for ATTRIBUTE = VALUE`: what a component that it ends at does not say of itself. */
  readonly excludes?: readonly Setting[];
  /** Of a service that says so itself, who takes part in it, in the order of the way. */
  readonly roles?: readonly ServiceRole[];
}

export interface Control extends Definition {
  /** Empty: anywhere. */
  readonly sorts: readonly ElementSort[];
  readonly implies: readonly string[];
  /** What people are asked where it is open: they alone can know, such as of a test, a plan or a certificate. */
  readonly asks: string | undefined;
  /** What it is about, which says how far it has to reach on a flow. */
  readonly protects: Protected;
  /** Where it counts as weak, whoever grants it. */
  readonly limits: readonly Limit[];
}

export const protectable = ['channel', 'message', 'act'] as const;
/** A way between two ends, what is sent over it, or what is done. */
export type Protected = (typeof protectable)[number];

/** `weak where CONDITION because "..."` */
export interface Limit {
  readonly condition: Condition;
  readonly because: string;
}

export interface Mechanism extends Definition {
  readonly parents: readonly string[];
  /** Empty: anywhere. */
  readonly sorts: readonly ElementSort[];
  readonly provides: readonly string[];
  readonly weaknesses: readonly Weakness[];
  /** Of those that are it, one at most holds on the same step of the same way. */
  readonly exclusive: boolean;
  /** Where it is made for, besides what its parents say. It may stand elsewhere, and is offered after others there. */
  readonly suits: Condition | undefined;
  /** What it can run over, besides what its parents say; empty where it says nothing. */
  readonly carriers: readonly string[];
  /** Where it can be at all, besides what its parents say. */
  readonly fits: Condition | undefined;
  /** Profiles of the only countries that it is used in; empty: in any. */
  readonly homes: readonly string[];
  /** Profiles of countries in which it is not used. */
  readonly strangers: readonly string[];
  /** Its forms are a family: no fix brings another one to a device that speaks it, while it has an answer itself. */
  readonly family: boolean;
  readonly see: readonly Citation[];
}

export interface Weakness {
  readonly controls: readonly string[];
  readonly because: string;
}

export interface Citation {
  readonly standard: string;
  readonly clause: string | undefined;
  /** What is asked is only a part of what the place asks: the place is never met by it alone. */
  readonly part: boolean;
  /** The place is answered only on elements of which this holds: a clause for one kind of device. */
  readonly condition: Condition | undefined;
  /** The clause was not checked against the text; users are told so. */
  readonly unverified: boolean;
  /** The address of the file that it stands in: `cite` adds to what stands in another one. */
  readonly file: string;
}

export interface Standard extends Definition {
  readonly publisher: string | undefined;
  readonly edition: string | undefined;
  readonly url: string | undefined;
  /** A study or a list of attacks: none of its places asks for anything. */
  readonly source: boolean;
}

/** A consequence for people or the grid. Of the three of the built-in catalogue, the published summary of ITU-T X.1332 names two, the summary of its work item the third. */
export interface Harm extends Definition {
  /** What it is counted in; a harm that says nothing is not asked for how far an attacker reaches. */
  readonly counts: Counting | undefined;
  readonly see: readonly Citation[];
}

/** An outcome; `leadsTo` names the harms. A threat that names none opens the way to other threats. */
export interface Threat extends Definition {
  readonly leadsTo: readonly string[];
}

export interface AttackMethod extends Definition {
  readonly leadsTo: readonly string[];
  /** Ways to do it: the steps that make each this attack, in their order. */
  readonly sequences: readonly (readonly string[])[];
  /** The requirements that counter it by what they are about. */
  readonly counteredBy: readonly string[];
  readonly see: readonly Citation[];
}

/** `counts switching of KIND` */
export interface Counting {
  readonly hold: Yield;
  /** The devices that are counted; any where it says nothing. */
  readonly kind: string | undefined;
}

/** What is done to devices in the end. */
export type Yield = 'switching' | 'falsifying' | 'reading';
/** What an attacker can have of an element. */
export type Hold = 'control' | 'keys' | 'access' | 'order';

export type PositionRole =
  'component' | 'zone' | 'link' | 'flow' | 'data' | 'source' | 'target' | 'relay' | 'hop' | 'end' | 'neighbour' | 'holder' | 'party';

/** `all control of source that is person` */
export interface Position {
  /** `one`: a single instance, however many came before; `all`: every one; `some`: anything in between. */
  readonly extent: 'one' | 'all' | 'some' | undefined;
  readonly hold: Hold | Yield;
  readonly role: PositionRole;
  /** Any component of the design. */
  readonly inDesign: boolean;
  readonly that: Condition | undefined;
}

/** `define step NAME on PLACE where CONDITION { from ... to ... unless ... }` */
export interface AttackStep extends Definition {
  readonly sort: ElementSort;
  readonly condition: Condition | undefined;
  /** All of them are needed; of none, anybody can take the step. */
  readonly from: readonly Position[];
  readonly to: readonly Position[];
  /** Each of them stops it. */
  readonly unless: readonly Need[];
  /** What bounds how much can be done in a day, and does not stop it. */
  readonly bounds: readonly Need[];
  readonly leadsTo: readonly string[];
  readonly effort: Effort;
  readonly see: readonly Citation[];
  readonly because: string | undefined;
}

export const efforts = ['low', 'medium', 'high'] as const;
export type Effort = (typeof efforts)[number];

export interface Attribute extends Definition {
  /** Empty: anywhere. */
  readonly sorts: readonly ElementSort[];
  readonly type: ValueType;
  readonly default: Value | undefined;
  /** What people are asked where nobody states it. */
  readonly asks: string | undefined;
  /** Of an attribute that is computed: the devices to which this is done from one instance of the element. Nobody states it. */
  readonly counts: Yield | undefined;
}

/** `define condition NAME "title" on SORT where CONDITION` */
export interface NamedCondition extends Definition {
  /** Of what it may be asked; empty: of anything. */
  readonly sorts: readonly ElementSort[];
  /** As conditions refer to it. */
  readonly reference: Extract<Condition, { kind: 'named' }>;
  /** The named conditions that it is made of, directly. */
  readonly uses: readonly string[];
}

export interface Requirement extends Definition {
  readonly category: string | undefined;
  /** Tried in order; the first branch whose condition holds or is unknown counts, else `otherwise`. */
  readonly severity: SeverityRule;
  readonly rules: readonly Rule[];
  readonly refines: readonly string[];
  /** Refined as long as nothing is stated of what they ask. */
  readonly bundles: readonly string[];
  readonly mitigates: readonly string[];
  /** Its own citations, then those that `cite` adds. */
  readonly see: readonly Citation[];
  readonly because: string | undefined;
  readonly guidance: string | undefined;
}

/** `severity A where C else B where D else E` is branches [A where C, B where D], otherwise E. */
export interface SeverityRule {
  readonly branches: readonly { readonly severity: Severity; readonly condition: Condition }[];
  readonly otherwise: Severity;
}

/** One `applies to PLACE where CONDITION` with its `needs` lines. */
export interface Rule {
  readonly sort: ElementSort;
  readonly condition: Condition | undefined;
  /** What is wrong with an element to which it applies, to follow its name: `starts outside of the utility`. */
  readonly situation: string | undefined;
  readonly needs: readonly NeedLine[];
}

export interface NeedLine {
  readonly need: Need;
  readonly condition: Condition | undefined;
}

export interface Profile extends Definition {
  readonly extends: readonly string[];
  readonly includes: readonly string[];
  readonly omissions: readonly Omission[];
  /** The clauses that every `accept` must have. */
  readonly demands: readonly Demand[];
}

/** `without REQUIREMENT, ... because "..."` */
export interface Omission {
  readonly requirements: readonly string[];
  readonly because: string | undefined;
}

export type Demand = 'until' | 'by';

export interface Setting {
  readonly attribute: string;
  readonly value: Value;
  readonly stay?: Stay;
}

/** `control CONTROL by ... from ... to ... planned for ... evidence ...` */
export interface ControlUse {
  readonly control: string;
  readonly mechanisms: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly planned: boolean;
  /** `YYYY-MM-DD`, with `planned` only. */
  readonly due: string | undefined;
  readonly evidence: string | undefined;
  readonly stay?: Stay;
}

/** One mechanism of a `uses` list. */
export interface MechanismUse {
  readonly mechanism: string;
  readonly stay?: Stay;
}

/** Every definition that is in force, by name. A name that is defined twice stands for its first definition. */
export interface Catalogue {
  readonly componentKinds: ReadonlyMap<string, Kind>;
  readonly zoneKinds: ReadonlyMap<string, Kind>;
  readonly dataClasses: ReadonlyMap<string, Kind>;
  readonly services: ReadonlyMap<string, Kind>;
  readonly controls: ReadonlyMap<string, Control>;
  readonly mechanisms: ReadonlyMap<string, Mechanism>;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly harms: ReadonlyMap<string, Harm>;
  readonly threats: ReadonlyMap<string, Threat>;
  readonly attacks: ReadonlyMap<string, AttackMethod>;
  readonly steps: ReadonlyMap<string, AttackStep>;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly conditions: ReadonlyMap<string, NamedCondition>;
}
