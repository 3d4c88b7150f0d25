import * as ast from '../../language/generated/ast.js';
import type { Control } from '../../language/model/index.js';
import { grantsOfMechanism, mayStand } from '../../language/semantics/index.js';
import { definitionOffer, ranked, type CompletionOffer } from './offer.js';
import { brings, effectOf, effectWords, wantedHere } from './open.js';
import { elementOf, subjectOf, writtenNames, type Situation } from './situation.js';
import { isName } from './statement.js';
import { written } from '../../language/parsing/written.js';

/** After `control`: what may be declared there, what is missing here first. */
export function controlsHere(situation: Situation): CompletionOffer[] {
  const { catalogue, place } = situation;
  const wanted = wantedHere(situation);
  const by = mechanismsBehind(situation);
  const declared = new Set(elementOf(situation)?.controls.map(({ control }) => control));
  const judged = [...catalogue.controls.values()]
    .filter(
      (one) =>
        (place === undefined || mayStand(one, place)) && by.every((mechanism) => grantsOfMechanism(mechanism, catalogue).has(one.name)),
    )
    .map((control) => ({ control, effect: effectOf(wanted, (other) => brings(control.name, other, situation)) }));
  const group = (closes: number, helps: number) => (closes > 0 ? 0 : helps > 0 ? 1 : 2);
  const ordered = ranked(judged, ({ control, effect: { closes, helps, worst } }) => [
    declared.has(control.name) ? 1 : 0,
    group(closes.length, helps.length),
    worst,
    -closes.length,
    -helps.length,
  ]);
  return ordered.map(({ control, effect }, index) => {
    const missing = !declared.has(control.name) && effect.closes.length + effect.helps.length > 0;
    return { ...definitionOffer('Control', control, effectWords(effect)), ...(index === 0 && missing ? { preselect: true } : {}) };
  });
}

/** Known mechanisms behind `by`, where the name of the control in front of it is written anew. */
function mechanismsBehind({ statement: { after }, catalogue }: Situation): string[] {
  const names: string[] = [];
  if (after[0]?.image !== 'by') return names;
  for (let index = 1; isName(after[index]); index += 2) {
    names.push(after[index]!.image);
    if (after[index + 1]?.image !== ',') break;
  }
  return names.filter((name) => catalogue.mechanisms.has(name));
}

/** In conditions, needs and definitions: controls that say something of what is spoken about first. */
export function allControls(situation: Situation): CompletionOffer[] {
  const { catalogue, owner, listed } = situation;
  const place = subjectOf(situation);
  const given = new Set(ast.isMechanism(owner) ? writtenNames(owner.provides) : []);
  const circle = (control: Control) =>
    ast.isControl(owner) && written(owner.name) !== undefined && brings(control.name, owner.name, situation);
  const all = [...catalogue.controls.values()].filter((one) => !listed.has(one.name) && !given.has(one.name) && !circle(one));
  const fits = (one: Control) => place === undefined || place === 'protocol' || mayStand(one, place);
  return ranked(all, (one) => [fits(one) ? 0 : 1]).map((one) => definitionOffer('Control', one));
}
