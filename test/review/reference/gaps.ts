import { withoutNames } from '../../../language/semantics/named.js';
import type { Condition, Element } from '../../../language/model/index.js';
import type { Scene, Subject } from './elements.js';
import { isStatedFalse, saysOf } from './stated.js';

/** What would close a finding. A leaf is told apart by its element and by the control or condition that it asks for. */
export type Gap = Leaf | Group;

export interface Leaf {
  readonly kind: 'leaf';
  readonly element: string;
  readonly asks: string;
  /** Rule 42a. */
  readonly stated: boolean;
}

interface Group {
  readonly kind: 'and' | 'or';
  readonly gaps: readonly Gap[];
}

export function controlLeaf(scene: Scene, element: Element, control: string, across = ''): Leaf {
  return { kind: 'leaf', element: element.name, asks: `control ${control}${across}`, stated: saysOf(scene, element, control) };
}

/** Where a place gives no element, there is nothing to say anything of. */
export function emptyLeaf(subject: Subject, control: string): Leaf {
  return { kind: 'leaf', element: subject.name, asks: `control ${control}`, stated: false };
}

export function conditionLeaf(scene: Scene, subject: Subject, condition: Condition): Leaf {
  return {
    kind: 'leaf',
    element: subject.name,
    asks: JSON.stringify(withoutNames(condition)),
    stated: isStatedFalse(scene, subject, condition),
  };
}

/** Rule 39: same groups merged, equal parts once, a group of one is that one. */
export function group(kind: 'and' | 'or', parts: readonly (Gap | undefined)[]): Gap | undefined {
  const flat = parts.flatMap((part) => (part === undefined ? [] : part.kind === kind ? part.gaps : [part]));
  const gaps = flat.filter((gap, index) => flat.findIndex((other) => same(gap, other)) === index);
  return gaps.length < 2 ? gaps[0] : { kind, gaps };
}

function sameLeaf(leaf: Leaf, other: Gap): boolean {
  return other.kind === 'leaf' && other.element === leaf.element && other.asks === leaf.asks;
}

/** Groups are the same where each part of the one is a part of the other: within one group no two parts are. */
function same(gap: Gap, other: Gap): boolean {
  if (gap.kind === 'leaf') return sameLeaf(gap, other);
  if (other.kind !== gap.kind || other.gaps.length !== gap.gaps.length) return false;
  return gap.gaps.every((part) => other.gaps.some((one) => same(part, one)));
}

export function leavesIn(gap: Gap | undefined): Leaf[] {
  if (gap === undefined) return [];
  return gap.kind === 'leaf' ? [gap] : gap.gaps.flatMap(leavesIn);
}

/** Every set of leaves, as their keys, that closes a gap and of which no part does. */
export function waysToClose(gap: Gap): ReadonlySet<string>[] {
  if (gap.kind === 'leaf') return [new Set([keyOf(gap)])];
  const parts = gap.gaps.map(waysToClose);
  const ways =
    gap.kind === 'or' ? parts.flat() : parts.reduce((some, more) => some.flatMap((one) => more.map((two) => new Set([...one, ...two]))));
  return ways.filter(
    (way, index) => !ways.some((other, at) => at !== index && isPart(other, way) && (other.size < way.size || at < index)),
  );
}

function isPart(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((key) => whole.has(key));
}

export function isClosedBy(gap: Gap, way: ReadonlySet<string>): boolean {
  if (gap.kind === 'leaf') return way.has(keyOf(gap));
  return gap.kind === 'and' ? gap.gaps.every((part) => isClosedBy(part, way)) : gap.gaps.some((part) => isClosedBy(part, way));
}

export function keyOf({ element, asks }: Leaf): string {
  return `${element}: ${asks}`;
}
