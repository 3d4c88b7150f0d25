import { carriersOf, mayStand, providersOf } from '../../language/semantics/index.js';
import type { Mechanism } from '../../language/model/index.js';
import * as ast from '../../language/generated/ast.js';
import { isProtocol, standardName } from '../../review/index.js';
import { definitionOffer, detail, ranked, type CompletionOffer } from './offer.js';
import { effectOf, effectWords, grantsOf, wantedHere, type Effect } from './open.js';
import { elementOf, placeholder, type Situation } from './situation.js';

/** After `uses`: what may stand there, what closes findings here first, what is weak last. */
export function mechanismsHere(situation: Situation): CompletionOffer[] {
  return inOrder(thatMayStandHere(situation), situation);
}

/** After `over`: the same, with protocols before what only stands beside a link, such as a firewall. */
export function layersHere(situation: Situation): CompletionOffer[] {
  const all = thatMayStandHere(situation);
  return [
    ...inOrder(all.filter(isProtocol), situation),
    ...inOrder(
      all.filter((one) => !isProtocol(one)),
      situation,
    ),
  ];
}

function thatMayStandHere({ catalogue, sort }: Situation): Mechanism[] {
  return [...catalogue.mechanisms.values()].filter((one) => sort === undefined || mayStand(one, sort));
}

/** After `control C by`: what provides the control and may stand there. */
export function mechanismsFor(situation: Situation): CompletionOffer[] {
  const { node, sort, catalogue } = situation;
  const control = ast.isControlUse(node) ? node.control?.$refText : undefined;
  if (control === undefined || control === placeholder || sort === undefined) return [];
  return inOrder(providersOf(control, sort, catalogue), situation);
}

/** In conditions and definitions: every mechanism, in the order of the catalogue. */
export function allMechanisms(situation: Situation): CompletionOffer[] {
  return [...situation.catalogue.mechanisms.values()].map((one) => definitionOffer('Mechanism', one, standardOf(one, situation)));
}

/** After `runs over`: what something runs over already goes first. */
export function carriers(situation: Situation): CompletionOffer[] {
  const { isCarrier } = carriersOf(situation.catalogue);
  const all = [...situation.catalogue.mechanisms.values()].filter(({ name }) => !situation.listed.has(name));
  return ranked(all, ({ name }) => [isCarrier(name) ? 0 : 1]).map((one) => definitionOffer('Mechanism', one, standardOf(one, situation)));
}

interface Judged {
  readonly mechanism: Mechanism;
  readonly effect: Effect;
  /** What it is weak for, of what is open here before anything else. */
  readonly weak: { readonly control: string; readonly because: string; readonly wanted: boolean } | undefined;
}

function inOrder(mechanisms: readonly Mechanism[], situation: Situation): CompletionOffer[] {
  const wanted = wantedHere(situation);
  const grants = grantsOf(situation);
  const open = new Set(wanted.flatMap(({ leaves }) => leaves.flatMap((leaf) => (leaf.kind === 'control' ? leaf.control : []))));
  const there = usedHere(situation);
  const judged = mechanisms
    .filter(({ name }) => !situation.listed.has(name))
    .map((mechanism): Judged => {
      const granted = grants?.ofMechanism(mechanism.name) ?? new Map<string, { because: string | undefined }>();
      const effect = effectOf(wanted, (control) => granted.has(control) && granted.get(control)!.because === undefined);
      const weak = [...granted].flatMap(([control, { because }]) =>
        because === undefined ? [] : [{ control, because, wanted: open.has(control) }],
      );
      return { mechanism, effect, weak: weak.find((one) => one.wanted) ?? weak[0] };
    });
  const ordered = ranked(judged, ({ mechanism, effect, weak }) => [
    there.has(mechanism.name) ? 1 : 0,
    groupOf(effect, weak),
    weak === undefined ? 0 : 1,
    -effect.closes.length,
    -effect.helps.length,
    // One that cites nothing only names a class of others.
    mechanism.see.length === 0 ? 1 : 0,
    // What may stand on links alone is mostly a medium, and is not put on top of what a link already runs over.
    situation.sort === 'link' && there.size > 0 && mechanism.sorts.length === 1 ? 1 : 0,
  ]);
  return ordered.map(({ mechanism, effect, weak }) => {
    const why = weak === undefined ? undefined : `weak for ${weak.control.replaceAll('-', ' ')}: ${weak.because}`;
    const offer = definitionOffer('Mechanism', mechanism);
    const title = titleOf(mechanism, situation);
    return { ...offer, detail: detail([title, effectWords(effect), why]), ...(weak === undefined ? {} : { mark: 'weak' }) };
  });
}

/** 0: closes something; 1: closes something and is weak for something else that is open; 2: helps; 3: neither; 4: weak. */
function groupOf({ closes, helps }: Effect, weak: Judged['weak']): number {
  if (closes.length > 0) return weak?.wanted === true ? 1 : 0;
  if (weak !== undefined && (weak.wanted || helps.length === 0)) return 4;
  return helps.length > 0 ? 2 : 3;
}

function usedHere(situation: Situation): Set<string> {
  const element = elementOf(situation);
  if (element === undefined) return new Set();
  const layers = element.sort === 'link' || element.sort === 'flow' ? element.layers.flatMap(({ stack }) => stack) : [];
  return new Set([...layers, ...element.mechanisms.map(({ mechanism }) => mechanism)]);
}

function titleOf(mechanism: Mechanism, situation: Situation): string | undefined {
  const standard = standardOf(mechanism, situation);
  if (mechanism.title === undefined || standard === undefined) return mechanism.title ?? standard;
  return mechanism.title.includes(standard) ? mechanism.title : `${mechanism.title} (${standard})`;
}

function standardOf({ see }: Mechanism, { catalogue }: Situation): string | undefined {
  return see[0] === undefined ? undefined : standardName(see[0].standard, catalogue);
}
