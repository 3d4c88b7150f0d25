import type { ControlUse, Element, Layer, MechanismUse } from '../../../language/model/index.js';
import { valueOf } from './values.js';
import { kindLevels, levels, True, type Scene } from './elements.js';

/** How well a control is there, from the worst up, so that the best is the maximum. */
export const Missing = 0;
export const Weak = 1;
export const Planned = 2;
export const Met = 3;

export function best(states: readonly number[]): number {
  return Math.max(Missing, ...states);
}

/** Rules 23 and 25: what a mechanism grants of one control on an element; of a protocol nothing limits it. */
export function grantedBy(scene: Scene, mechanism: string, control: string, on: Element | undefined): number {
  const said = saidBy(scene, mechanism, control);
  if (said !== undefined) return limited(scene, control, said, on);
  return best(impliers(scene, control).map((other) => limited(scene, other, saidBy(scene, mechanism, other) ?? Missing, on)));
}

/** Rule 25: what is granted of a control whose limit holds is weak. */
function limited(scene: Scene, control: string, state: number, on: Element | undefined): number {
  if (on === undefined || state === Missing) return state;
  const limits = scene.architecture.catalogue.controls.get(control)?.limits ?? [];
  return limits.some(({ condition }) => scene.ask({ ...scene, grants: false }, whole(on), condition) === True) ? Weak : state;
}

/** What the mechanism says itself, else its nearest parents; undefined where none says anything. */
function saidBy(scene: Scene, mechanism: string, control: string): number | undefined {
  const { mechanisms } = scene.architecture.catalogue;
  for (const level of levels([mechanism], (name) => mechanisms.get(name))) {
    if (level.some((one) => one.weaknesses.some((weakness) => weakness.controls.includes(control)))) return Weak;
    if (level.some((one) => one.provides.includes(control))) return Met;
  }
  return undefined;
}

/** The controls that imply this one, directly or through others. */
function impliers(scene: Scene, control: string): string[] {
  return [...scene.architecture.catalogue.controls.keys()].filter((other) => impliedBy(scene, other).includes(control));
}

/** One character that shows nothing: a space of whatever width, also of none, a tabulator, an end of a line. */
const whiteSpace = /^[\p{White_Space}\u200B\u200C\u200D\u2060\uFEFF]$/u;

/** A limit is asked of a flow as a whole, whoever asks for the grant. */
function whole(element: Element): Element {
  return element.sort === 'flow' ? ({ ...element, over: undefined } as Element) : element;
}

/** Rules 24 and 25: what one `control C ...` grants of a control, wherever it reaches. */
export function grantedByUse(scene: Scene, use: ControlUse, control: string, on: Element): number {
  if (isVoid(scene, use, on)) return Missing;
  const said =
    use.mechanisms.length === 0 ? bare(scene, use.control, control) : best(use.mechanisms.map((one) => byOne(scene, use, one, control)));
  const granted = limited(scene, use.control, said, on);
  return use.planned && granted === Met ? Planned : granted;
}

/** A plan for a day that is past, after the end of what it stands on, or more than three years off grants nothing, and nothing does what is claimed with blank evidence. */
function isVoid(scene: Scene, use: ControlUse, on: Element): boolean {
  if (use.evidence !== undefined && Array.from(use.evidence).every((character) => whiteSpace.test(character))) return true;
  if (!use.planned || use.due === undefined) return false;
  const end = valueOf(scene, whole(on), 'end-of-use');
  const [year, month, day] = scene.date.split('-').map(Number);
  const [dueYear, dueMonth, dueDay] = use.due.split('-').map(Number);
  const ahead = (dueYear! - year!) * 10_000 + (dueMonth! - month!) * 100 + (dueDay! - day!);
  return use.due < scene.date || ahead > 30_000 || (end?.kind === 'date' && use.due > end.date);
}

function bare(scene: Scene, declared: string, control: string): number {
  return declared === control || impliedBy(scene, declared).includes(control) ? Met : Missing;
}

function byOne(scene: Scene, use: ControlUse, mechanism: string, control: string): number {
  return bare(scene, use.control, control) === Met ? grantedBy(scene, mechanism, use.control, undefined) : Missing;
}

function impliedBy(scene: Scene, control: string): string[] {
  const direct = scene.architecture.catalogue.controls.get(control)?.implies ?? [];
  return [...direct, ...direct.flatMap((other) => impliedBy(scene, other))];
}

export interface Granting {
  readonly controls: readonly ControlUse[];
  readonly mechanisms: readonly MechanismUse[];
  readonly layers?: readonly Layer[];
}

/** The best of what one owner writes down, spans aside. */
export function grantedIn(scene: Scene, owner: Granting, control: string, on: Element): number {
  return best([
    ...owner.controls.map((use) => grantedByUse(scene, use, control, on)),
    ...owner.mechanisms.map((use) => grantedBy(scene, use.mechanism, control, on)),
    ...(owner.layers ?? []).flatMap((layer) => layer.stack.map((mechanism) => grantedBy(scene, mechanism, control, on))),
  ]);
}

/** Rule 42a: whether an owner says anything of a control, in whatever state. */
export function isNamedIn(scene: Scene, owner: Granting, control: string, on: Element): boolean {
  if (grantedIn(scene, owner, control, on) !== Missing) return true;
  return owner.controls.some((use) => isVoid(scene, use, on) && bare(scene, use.control, control) === Met);
}

/** From the kinds: the best of the nearest distance that grants it at all (rule 26). */
export function inherited(scene: Scene, element: Element, control: string): number {
  for (const level of kindLevels(scene, element)) {
    const granted = best(level.map((kind) => grantedIn(scene, kind, control, element)));
    if (granted !== Missing) return granted;
  }
  return Missing;
}

/** An own weak overrides what is inherited; else the better counts (rule 26). */
export function ownOver(own: number, fromKinds: number): number {
  return own === Weak ? Weak : Math.max(own, fromKinds);
}
