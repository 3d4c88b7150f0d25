import type { ControlUse, Element, Layer, MechanismUse } from '../../../language/model/index.js';
import { kindLevels, levels, type Scene } from './elements.js';

/** How well a control is there, from the worst up, so that the best is the maximum. */
export const Missing = 0;
export const Weak = 1;
export const Planned = 2;
export const Met = 3;

export function best(states: readonly number[]): number {
  return Math.max(Missing, ...states);
}

/** Rule 23: what a mechanism grants of one control. */
export function grantedBy(scene: Scene, mechanism: string, control: string): number {
  const said = saidBy(scene, mechanism, control);
  if (said !== undefined) return said;
  return best(impliers(scene, control).map((other) => saidBy(scene, mechanism, other) ?? Missing));
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

/** Rules 24 and 25: what one `control C ...` grants of a control, wherever it reaches. */
export function grantedByUse(scene: Scene, use: ControlUse, control: string): number {
  if (use.planned && use.due !== undefined && use.due < scene.date) return Missing;
  if (use.evidence !== undefined && [...use.evidence].every((character) => whiteSpace.test(character))) return Missing;
  const granted =
    use.mechanisms.length === 0 ? bare(scene, use.control, control) : best(use.mechanisms.map((one) => byOne(scene, use, one, control)));
  return use.planned && granted === Met ? Planned : granted;
}

function bare(scene: Scene, declared: string, control: string): number {
  return declared === control || impliedBy(scene, declared).includes(control) ? Met : Missing;
}

function byOne(scene: Scene, use: ControlUse, mechanism: string, control: string): number {
  return bare(scene, use.control, control) === Met ? grantedBy(scene, mechanism, use.control) : Missing;
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
export function grantedIn(scene: Scene, owner: Granting, control: string): number {
  return best([
    ...owner.controls.map((use) => grantedByUse(scene, use, control)),
    ...owner.mechanisms.map((use) => grantedBy(scene, use.mechanism, control)),
    ...(owner.layers ?? []).flatMap((layer) => layer.stack.map((mechanism) => grantedBy(scene, mechanism, control))),
  ]);
}

/** From the kinds: the best of the nearest distance that grants it at all (rule 26). */
export function inherited(scene: Scene, element: Element, control: string): number {
  for (const level of kindLevels(scene, element)) {
    const granted = best(level.map((kind) => grantedIn(scene, kind, control)));
    if (granted !== Missing) return granted;
  }
  return Missing;
}

/** An own weak overrides what is inherited; else the better counts (rule 26). */
export function ownOver(own: number, fromKinds: number): number {
  return own === Weak ? Weak : Math.max(own, fromKinds);
}
