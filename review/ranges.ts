import type { Operator, Value } from '../language/model/index.js';
import { compareValues } from '../language/semantics/compare.js';
import { valueOf, type Figure, type Subject } from '../language/semantics/index.js';
import type { Facts } from './facts.js';
import type { Kleene } from './kleene.js';

/** What is known of a value: itself, or of one that is computed, from where to where it may lie. */
export type KnownValue = { readonly value: Value } | Figure;

/** Undefined where nothing is known of it. */
export function knownOf(facts: Facts, subject: Subject, attribute: string): KnownValue | undefined {
  const hold = facts.catalogue.attributes.get(attribute)?.counts;
  if (hold !== undefined) return subject.sort === 'protocol' ? undefined : facts.figure(subject.name, hold);
  const value = valueOf(subject, attribute, facts);
  return value && { value };
}

/** Whether a comparison holds whatever each side turns out to be; unknown where it holds for some of it only. */
export function compareKnown(left: KnownValue, operator: Operator, right: KnownValue): Kleene {
  const sides = [endsOf(left), endsOf(right)] as const;
  const found = new Set(sides[0].flatMap((one) => sides[1].map((other) => compareValues(one, operator, other))));
  if (found.size > 1) return 1;
  const [holds] = found;
  // Two ranges that lie across each other have a number in common, although their ends differ.
  if ((operator === '=' || operator === '!=') && areRanges(left, right) && mayBeEqual(left, right)) return 1;
  return holds === true ? 2 : 0;
}

/** The least of several, or the greatest. */
export function extremeOf(all: readonly Figure[], extreme: 'least' | 'greatest'): Figure {
  const pick = extreme === 'least' ? Math.min : Math.max;
  const high = pick(...all.map((one) => one.high ?? Infinity));
  return { low: pick(...all.map(({ low }) => low)), high: high === Infinity ? undefined : high };
}

/** `209`, `1 to 24000`, `at least 209`. */
export function figureText({ low, high }: Figure): string {
  if (high === undefined) return `at least ${low}`;
  return low === high ? `${low}` : `${low} to ${high}`;
}

function endsOf(known: KnownValue): readonly Value[] {
  if ('value' in known) return [known.value];
  return [number(known.low), number(known.high ?? Infinity)];
}

function number(of: number): Value {
  return { kind: 'integer', number: of };
}

function areRanges(left: KnownValue, right: KnownValue): boolean {
  return 'low' in left || 'low' in right;
}

function mayBeEqual(left: KnownValue, right: KnownValue): boolean {
  const [from, to] = boundsOf(left);
  const [otherFrom, otherTo] = boundsOf(right);
  const isOne = from === to && otherFrom === otherTo;
  return !isOne && from <= otherTo && otherFrom <= to;
}

function boundsOf(known: KnownValue): readonly [number, number] {
  if ('low' in known) return [known.low, known.high ?? Infinity];
  return known.value.kind === 'integer' ? [known.value.number, known.value.number] : [NaN, NaN];
}
