import { isUnplaced, leavesOf, type Assessment, type ConditionGap, type ControlGap, type Gap, type Leaf } from '../../review/index.js';
import { controlWords, listed } from '../words.js';
import { shareTheirVerb } from '../conditions.js';
import { passedWords, nowhereWords, onlyControl } from './closing.js';
import { lacksOf, type Lack } from './lacks.js';
import { withWhatCloses, type Opening } from './opening.js';
import { allRoom, atLeastOne, limited, type Room } from './limited.js';
import { elementNoun, whereWords, type Where } from './where.js';

/**
 * What is missing on which element: `encryption missing on link 'wan'`, `smart-meter 'm' has key-scope fleet, not per-device`. Lists are
 * cut after whole names where there is no room for all of them.
 */
export function openClause(all: Opening, assessment: Assessment, room: Room = allRoom): string {
  const opening = withWhatCloses(all, assessment);
  switch (opening.state) {
    case 'unknown':
      return unknownClause(opening, assessment, room);
    case 'planned':
      return plannedClause(opening, assessment, room);
    case 'missing':
    case 'weak':
      return missingClause(opening, assessment, room);
  }
}

function missingClause({ gaps, element, state, situations }: Opening, assessment: Assessment, room: Room): string {
  const leaves = leavesOf(gaps);
  const weak = leaves.filter((leaf): leaf is ControlGap => leaf.kind === 'control' && leaf.state === 'weak');
  const told = weakWords(weak, room);
  if (state === 'weak' && situations.length === 0)
    return `${told ?? 'protection too weak'} on ${whereWords(placesOf(weak, element, gaps), assessment, room)}`;
  // What is there and too weak is told as that, and not as missing at the other places that would do.
  const known = new Set(told === undefined ? [] : weak.map(({ control }) => control));
  const pieces = piecesOf(without(gaps, known), assessment, room);
  const { things, facts, kind } = pieces;
  const sayings =
    situations.length > 0 ? [...withMembers(situations, pieces), ...pieces.values] : [...pieces.values, ...ownSayings(pieces)];
  const where = whereWords(situations.length > 0 ? itself(element) : placesOf(leaves, element, gaps), assessment, room);
  const said = room.most < 2 ? (sayings[0] ?? '') : limited(sayings, 'and', room);
  if (told !== undefined) return weakFirst(told, { things, facts, sayings, kind }, where, room);
  // What is wrong says enough by itself, where there is no room for what would cure it.
  const missing = room.most < 1 && said !== '' ? '' : missingWords({ things, facts, kind }, room);
  if (said === '') return `${missing} on ${where}`;
  // What is written and wrong goes before what nobody wrote.
  return missing === '' ? `${where} ${said}` : `${where} ${said}; ${missing}`;
}

/** `encryption and device identity missing`, `party not stated`. */
function missingWords({ things, facts, kind }: Pick<Pieces, 'things' | 'facts' | 'kind'>, room: Room): string {
  const all = [...things, ...facts];
  if (room.most < 2 && things.length > 0 && all.length > 2) {
    return `${all[0]} ${kind} ${all.length - 1} ${kind === 'and' ? 'more' : 'others'} missing`;
  }
  return [
    ...(things.length === 0 ? [] : [`${limited(things, kind, room)} missing`]),
    ...(facts.length === 0 ? [] : [`${limited(facts, kind, room)} not stated`]),
  ].join(`, ${kind} `);
}

function weakFirst(told: string, { things, facts, sayings, kind }: Omit<Pieces, 'values' | 'members'>, where: string, room: Room): string {
  const left = things.length + facts.length;
  if (room.most < 2) return left < 2 ? `${told} on ${where}` : `${told}, and ${left} more missing on ${where}`;
  const missing = missingWords({ things, facts, kind }, room);
  const said = sayings.length === 0 ? '' : `, which ${limited(sayings, 'and', atLeastOne(room))}`;
  return `${missing === '' ? told : `${told}, and ${missing}`} on ${where}${said}`;
}

function plannedClause({ gaps, element }: Opening, assessment: Assessment, room: Room): string {
  const { things, facts, values, sayings, kind } = piecesOf(gaps, assessment, room);
  const leaves = leavesOf(gaps);
  const dates = leaves.flatMap((leaf) =>
    leaf.kind === 'control' ? leaf.sources.filter((source) => source.state === 'planned').map((source) => source.due) : [],
  );
  const known = [...new Set(dates.filter((date) => date !== undefined))].sort();
  const due = known.length === 0 ? ', without a date,' : ` for ${limited(known, 'and', room)}`;
  const what = limited([...things, ...facts, ...values, ...sayings], kind, room);
  return `${what} only planned${due} on ${whereWords(placesOf(leaves, element, gaps), assessment, room)}`;
}

function unknownClause({ gaps, element, reasons }: Opening, assessment: Assessment, room: Room): string {
  const facts = reasons.flatMap((reason) => (reason.kind === 'unset' ? reason.facts : []));
  const subject = elementNoun(assessment.architecture, element);
  if (facts.length === 0) {
    const { things, facts: open, values, sayings, kind } = piecesOf(gaps, assessment, room);
    return `${limited([...things, ...open, ...values, ...sayings], kind, room)} cannot be judged on ${subject}: a fact is not stated`;
  }
  const own = facts.filter((fact) => fact.element === element).map(({ fact }) => fact);
  const others = facts.filter((fact) => fact.element !== element).map((fact) => `${fact.fact} of ${fact.element}`);
  return `${subject} cannot be judged without ${limited([...new Set([...own, ...others])], 'and', atLeastOne(room))}`;
}

/** `dlms-lls too weak for association authentication`. */
function weakWords(leaves: readonly ControlGap[], room: Room): string | undefined {
  const byMechanism = new Map<string | undefined, string[]>();
  for (const { control, sources } of leaves) {
    for (const { mechanism, weakness } of sources) {
      if (weakness === undefined) continue;
      byMechanism.set(mechanism, [...(byMechanism.get(mechanism) ?? []), controlWords(control)]);
    }
  }
  if (byMechanism.size === 0) return undefined;
  const controls = [...new Set([...byMechanism.values()].flat())];
  const mechanisms = [...byMechanism.keys()].filter((name) => name !== undefined);
  const controlsTold = limited(controls, 'and', room);
  return mechanisms.length === 0
    ? `${controlsTold} as stated too weak`
    : `${limited(mechanisms, 'and', atLeastOne(room))} too weak for ${controlsTold}`;
}

function without(gap: Gap, known: ReadonlySet<string>): Gap | undefined {
  if (gap.kind === 'condition') return gap;
  if (gap.kind === 'control') return known.has(gap.control) ? undefined : gap;
  const gaps = gap.gaps.flatMap((part) => without(part, known) ?? []);
  return gaps.length < 2 ? gaps[0] : { kind: gap.kind, gaps };
}

/** What is open in words, by the sort of it. */
interface Pieces {
  readonly things: readonly string[];
  readonly facts: readonly string[];
  readonly values: readonly string[];
  readonly sayings: readonly string[];
  /** Who breaks what the sayings say, where others do. */
  readonly members: readonly string[];
  readonly kind: 'and' | 'or';
}

function piecesOf(gap: Gap | undefined, assessment: Assessment, room: Room): Pieces {
  if (gap === undefined) return nothing;
  const control = gap.kind === 'control' ? gap.control : onlyControl(gap);
  if (control !== undefined) return { ...nothing, things: [withPlaces(controlWords(control), gap, room)] };
  if (gap.kind === 'condition') return piecesOfLacks(lacksOf(gap, assessment));
  if (gap.kind === 'control') return nothing;
  const asOne = gap.kind === 'or' ? alternatives(gap.gaps) : undefined;
  if (asOne !== undefined) return piecesOfLacks(lacksOf(asOne, assessment));
  const parts = (gap.kind === 'or' ? simplest(gap.gaps) : gap.gaps).map((part) => piecesOf(part, assessment, room));
  // Of alternatives, too, none is so: each is said.
  const all = (key: 'values' | 'sayings' | 'members') => [...new Set(parts.flatMap((part) => part[key]))];
  const of = (key: 'things' | 'facts') =>
    // Parts of the same sort stay apart, so that a list can be cut between them.
    parts.flatMap((part) => (part.kind === gap.kind || part[key].length < 2 ? part[key] : [listed(part[key], part.kind)]));
  return {
    things: [...new Set(of('things'))],
    facts: [...new Set(of('facts'))],
    values: all('values'),
    sayings: all('sayings'),
    members: all('members'),
    kind: gap.kind,
  };
}

/** Where something can be added, what would do as well if the element were another one is told behind the headline only. */
function ownSayings({ things, values, sayings, kind }: Pieces): readonly string[] {
  return kind === 'or' && things.length + values.length > 0 ? [] : sayings;
}

/** What the requirement says of such an element, with who makes it so: `stands in one zone with what commands ('hes')`. */
function withMembers(situations: readonly string[], { members }: Pieces): string[] {
  const [first, ...others] = situations;
  return first === undefined || members.length === 0 ? [...situations] : [`${first} (${quoted(members)})`, ...others];
}

function quoted(names: readonly string[]): string {
  return limited(
    names.map((name) => `'${name}'`),
    'and',
    { most: 2 },
  );
}

/** Alternatives without those that ask for the same control in one piece, or where there is no place for it, as long as others are left. */
function simplest(gaps: readonly Gap[]): readonly Gap[] {
  const plain = new Set(gaps.map(onlyControl));
  const own = gaps.filter((gap) => gap.kind !== 'control' || gap.across === undefined || !plain.has(gap.control));
  const placed = own.filter((gap) => !leavesOf(gap).some(isUnplaced));
  return placed.length > 0 ? placed : own;
}

const nothing: Pieces = { things: [], facts: [], values: [], sayings: [], members: [], kind: 'and' };

function piecesOfLacks(lacks: readonly Lack[]): Pieces {
  const of = (kind: Lack['kind']) => lacks.filter((lack) => lack.kind === kind).map(({ words }) => words);
  const members = [...new Set(lacks.flatMap((lack) => lack.members))];
  return { things: of('thing'), facts: of('fact'), values: of('value'), sayings: of('saying'), members, kind: 'and' };
}

/** Conditions on one element that differ in a name, any of which would do, are one condition. */
function alternatives(gaps: readonly Gap[]): Pick<ConditionGap, 'condition' | 'element'> | undefined {
  const conditions = gaps.filter((gap): gap is ConditionGap => gap.kind === 'condition');
  const element = conditions[0]?.element;
  if (element === undefined || conditions.length < gaps.length || conditions.some((one) => one.element !== element)) return undefined;
  const operands = conditions.map(({ condition }) => condition);
  return shareTheirVerb(operands) ? { element, condition: { kind: 'or', operands } } : undefined;
}

/** Where in a place the control is asked for, as long as there is room for it. */
function withPlaces(words: string, gap: Gap, { most }: Room): string {
  const [leaf, ...others] = leavesOf(gap);
  if (leaf?.kind !== 'control' || others.length > 0 || most < 2) return words;
  if (leaf.asked !== undefined) return `${words} ${nowhereWords(leaf)}`;
  return leaf.past === undefined ? words : `${words} past ${passedWords(leaf.past)}`;
}

/** What is wrong with an element by itself is told of it, wherever it could be cured. */
function itself(subject: string): Where {
  return { subject, others: [], any: false, hops: [] };
}

/** Where what is missing would stand: on the element itself wherever that helps; else on those that it asks. */
function placesOf(leaves: readonly Leaf[], subject: string, gaps: Gap): Where {
  const placed = leaves.filter((leaf) => !isUnplaced(leaf));
  // What has no place is told of the subject, and closed by nothing that stands there.
  if (placed.length > 0 && placed.length < leaves.length) return placesOf(placed, subject, gaps);
  const isHere = (leaf: Leaf) => leaf.element === subject;
  if (leaves.some(isHere)) return { subject, others: [], any: false, hops: hopsOf(leaves.filter(isHere)) };
  const others = [...new Set(leaves.map(({ element }) => element))];
  return { subject, others, any: isAnyEnough(gaps, others), hops: [] };
}

/** Whether the places are alternatives to each other. */
function isAnyEnough(gap: Gap, places: readonly string[]): boolean {
  if (gap.kind === 'control' || gap.kind === 'condition') return false;
  const isHere = (part: Gap, place: string) => leavesOf(part).some(({ element }) => element === place);
  if (gap.kind === 'or') return places.every((place) => gap.gaps.some((part) => isHere(part, place) && leavesOf(part).length === 1));
  return gap.gaps.every((part) => isAnyEnough(part, places));
}

function hopsOf(leaves: readonly Leaf[]): readonly number[] {
  return [...new Set(leaves.flatMap((leaf) => (leaf.kind === 'control' ? (leaf.hops ?? []) : [])))];
}
