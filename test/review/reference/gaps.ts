import type { Condition } from '../../../language/model/index.js';

/** What would close a finding. A leaf is told apart by its element and by the control or condition that it asks for. */
export type Gap = Leaf | Group;

export interface Leaf {
  readonly kind: 'leaf';
  readonly element: string;
  readonly asks: string;
}

interface Group {
  readonly kind: 'and' | 'or';
  readonly gaps: readonly Gap[];
}

export function controlLeaf(element: string, control: string): Leaf {
  return { kind: 'leaf', element, asks: `control ${control}` };
}

export function conditionLeaf(element: string, condition: Condition): Leaf {
  return { kind: 'leaf', element, asks: JSON.stringify(condition) };
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

export function contains(leaves: readonly Leaf[], leaf: Leaf): boolean {
  return leaves.some((other) => sameLeaf(leaf, other));
}

/** What is left of a gap when some leaves count as met (rule 42). */
export function without(gap: Gap, met: readonly Leaf[]): Gap | undefined {
  if (gap.kind === 'leaf') return contains(met, gap) ? undefined : gap;
  const left = gap.gaps.map((part) => without(part, met));
  return gap.kind === 'or' && left.includes(undefined) ? undefined : group(gap.kind, left);
}
