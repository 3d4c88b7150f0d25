import type { Across, Condition, NeedPlace } from '../../language/model/index.js';
import type { ConditionGap, ControlGap, Gap } from '../../review/index.js';
import { holdsWords, memberWords, membersThat, neededValue, plainName } from '../conditions.js';
import { titleOfMember } from '../titles.js';
import { controlWords, listed } from '../words.js';

/** What would close a gap, in words; names the element of a leaf where it is not the one that the finding is on. */
export function closingWords(gap: Gap, subject: string, inner = false): string {
  if (gap.kind === 'control') return controlGapWords(gap, subject);
  if (gap.kind === 'condition') return conditionGapWords(gap, subject);
  const control = onlyControl(gap);
  if (control !== undefined) return `${controlWords(control)} on ${placeWords(gap)}`;
  const parts = groupsOf(gap).map((part) => closingWords(part, subject, true));
  const mixed = gap.kind === 'and' && parts.some((part) => part.includes(' or '));
  const text = mixed ? parts.join(', and ') : listed(parts, gap.kind);
  return inner && parts.length > 1 ? `(${text})` : text;
}

/** The control that all leaves of a gap ask for, if it is one. */
export function onlyControl(gap: Gap): string | undefined {
  if (gap.kind === 'condition') return undefined;
  if (gap.kind === 'control') return gap.across === undefined ? gap.control : undefined;
  const [first, ...others] = gap.gaps.map(onlyControl);
  return others.every((other) => other === first) ? first : undefined;
}

/** `share or each of read and cut` */
function placeWords(gap: Gap): string {
  if (gap.kind === 'control') return gap.asked === undefined ? gap.element : noneAt(gap.places);
  if (gap.kind === 'condition') return gap.element;
  const places = listed(gap.gaps.map(placeWords), gap.kind);
  return gap.kind === 'and' ? `each of ${places}` : places;
}

/** The parts of a gap, with those leaves together that ask for one control at several places. */
function groupsOf(gap: Extract<Gap, { kind: 'and' | 'or' }>): Gap[] {
  const groups = new Map<string, Gap[]>();
  for (const part of gap.gaps) {
    const key = onlyControl(part) ?? `${groups.size}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].map((parts) => (parts.length === 1 ? parts[0]! : { kind: gap.kind, gaps: parts }));
}

/** Where a control is asked for, and nothing is: no control on the element itself would answer that. */
export function nowhereWords({ places, past }: Pick<ControlGap, 'places' | 'past'>): string {
  return past === undefined ? `on ${noneAt(places)}` : `past ${passedWords(past)} (there is none)`;
}

/** `every link or on its source (there is none)`: what stands behind the first `on`. */
function noneAt(places: readonly NeedPlace[]): string {
  const [first, ...others] = places.map(placeNoun);
  return `${listed([first ?? '', ...others.map((other) => `on ${other}`)], 'or')} (there is none)`;
}

/** `every link`, `a neighbour that is a security module`. */
function placeNoun(place: NeedPlace): string {
  if (place.kind === 'here') return place.name === 'path' ? 'each step' : `its ${place.name}`;
  const { quantifier, relation, that } = place;
  return `${quantifier === 'every' ? 'every' : 'a'} ${membersThat(relation, that)}`;
}

function controlGapWords(gap: ControlGap, subject: string): string {
  if (gap.asked !== undefined) return `${controlWords(gap.control)} ${nowhereWords(gap)}`;
  const where = gap.element === subject ? '' : ` on ${gap.element}`;
  const across = gap.past === undefined ? '' : ` in one piece past ${passedWords(gap.past)}`;
  return `${controlWords(gap.control)}${where}${across}`;
}

/** What one span has to pass: a kind, or the stops that are neither the source's nor the target's. */
export function passedWords(past: Across): string {
  if (past.kind === 'kind') return `every ${plainName(past.name)}`;
  const titled = past.that?.kind === 'named' ? titleOfMember(past.that, 'relay') : undefined;
  return titled === undefined ? 'every stop in between' : `every ${titled}`;
}

function conditionGapWords(gap: ConditionGap, subject: string): string {
  const words = neededWords(gap.condition);
  return gap.element === subject ? words : `${words} on ${gap.element}`;
}

/** What a condition asks for as something that one can have: `a protocol`, `key-scope per-device`, `that it is in a head-end-dmz`. */
function neededWords(condition: Condition): string {
  switch (condition.kind) {
    case 'set':
      return condition.attribute;
    case 'compare':
      return neededValue(condition);
    case 'quantified':
      return condition.quantifier === 'some' ? memberWords(condition) : `that it ${holdsWords(condition)}`;
    case 'and':
    case 'or':
      return listed(condition.operands.map(neededWords), condition.kind);
    default:
      return `that it ${holdsWords(condition)}`;
  }
}
