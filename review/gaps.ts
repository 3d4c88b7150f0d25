import type { ControlGap, ConditionGap, Gap } from './assessment.js';

export type Leaf = ControlGap | ConditionGap;

/** Two leaves with one key are closed by the same thing. */
export function leafKey(leaf: Leaf): string {
  if (leaf.kind === 'condition') return `[${leaf.words}]@${leaf.element}`;
  return `${leaf.control}@${leaf.element}${leaf.across === undefined ? '' : ` across ${leaf.across}`}`;
}

/**
 * Joins gaps: groups of one are that one, groups within groups of the same sort are merged, equal parts are kept once. Of equal
 * leaves, one without a place leaves an `and` open whatever is done about the others; in an `or`, one with a place is enough.
 */
export function join(kind: 'and' | 'or', gaps: readonly (Gap | undefined)[]): Gap | undefined {
  const parts = new Map<string, Gap>();
  for (const gap of gaps) {
    for (const part of gap === undefined ? [] : gap.kind === kind ? gap.gaps : [gap]) {
      const key = gapKey(part);
      const known = parts.get(key);
      if (known === undefined) parts.set(key, part);
      else if (known.kind === 'control' && part.kind === 'control' && known.unplaced !== part.unplaced) {
        const asked = kind === 'and' ? (known.asked ?? part.asked) : undefined;
        const { places } = kind === 'and' && known.asked === undefined ? part : known;
        parts.set(key, { ...known, unplaced: kind === 'and', asked, places });
      }
    }
  }
  const list = [...parts.values()];
  return list.length < 2 ? list[0] : { kind, gaps: list };
}

/** Whether no declaration closes a leaf: there is no element on which the control would count. */
export function isUnplaced(gap: Gap): boolean {
  return gap.kind === 'control' && gap.unplaced;
}

/** The same for gaps that differ in nothing but the order of their parts. */
export function gapKey(gap: Gap): string {
  if (gap.kind === 'control' || gap.kind === 'condition') return leafKey(gap);
  return `(${gap.gaps
    .map(gapKey)
    .sort()
    .join(gap.kind === 'and' ? ' & ' : ' | ')})`;
}

/**
 * All that a gap says, the same for gaps that differ in nothing but the order of their parts: beside what closes each leaf, how much of it
 * is there, on which hops it is open, and what there is that does not suffice. Where that stands in the text is no part of it.
 */
export function gapIdentity(gap: Gap): string {
  if (gap.kind === 'condition') {
    return JSON.stringify([leafKey(gap), gap.state, gap.stated, ...gap.unset.map(({ element, fact }) => `${element} ${fact}`).sort()]);
  }
  if (gap.kind !== 'control') return JSON.stringify([gap.kind, ...gap.gaps.map(gapIdentity).sort()]);
  const { state, stated, sources, hops = [], unplaced, asked } = gap;
  const insufficient = sources.map(({ element, granted, mechanism, weakness, state: level, due }) =>
    JSON.stringify([element, granted, mechanism, weakness, level, due]),
  );
  return JSON.stringify([leafKey(gap), state, stated, [...hops].sort(), unplaced, asked, [...new Set(insufficient)].sort()]);
}

/** A gap on one line: `a & (b | c)`. */
export function gapText(gap: Gap, inner = false): string {
  if (gap.kind === 'control' || gap.kind === 'condition') return leafKey(gap);
  const text = gap.gaps.map((part) => gapText(part, true)).join(gap.kind === 'and' ? ' & ' : ' | ');
  return inner ? `(${text})` : text;
}

export function leavesOf(gap: Gap | undefined): Leaf[] {
  if (gap === undefined) return [];
  return gap.kind === 'control' || gap.kind === 'condition' ? [gap] : gap.gaps.flatMap(leavesOf);
}

/** Whether nothing is left of a gap when some leaves count as met. */
export function isClosedBy(gap: Gap, isMet: (leaf: Leaf) => boolean): boolean {
  if (gap.kind === 'control' || gap.kind === 'condition') return isMet(gap);
  const isClosed = (part: Gap) => isClosedBy(part, isMet);
  return gap.kind === 'and' ? gap.gaps.every(isClosed) : gap.gaps.some(isClosed);
}
