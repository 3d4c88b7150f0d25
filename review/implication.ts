import type { Gap } from './assessment.js';
import { leafKey, leavesOf } from './gaps.js';

/** A gap with some leaves decided: closed (true), never closed (false), or a formula of leaves that are open. */
type Formula = boolean | { readonly kind: 'leaf'; readonly key: string } | Group;
interface Group {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Exclude<Formula, boolean>[];
}

/** Formulas that share more alternatives than this are told apart: nothing is hidden for want of a proof. */
const mostSplits = 12;

/** Whether every way to close one gap closes another: whatever set of leaves makes the first formula true, makes the second true. */
export function gapImplies(one: Gap, other: Gap): boolean {
  // Most are asked for one leaf, for which no formula is needed.
  if (other.kind === 'control' || other.kind === 'condition') return closes(one, leafKey(other));
  const asked = keysOf(other);
  // What the other gap does not ask for may be closed as well, and what the first does not close stays open.
  const given = formulaOf(one, (key) => (asked.has(key) ? undefined : true));
  if (typeof given === 'boolean') return false;
  const closable = new Set(keysIn(given));
  return follows(
    given,
    formulaOf(other, (key) => (closable.has(key) ? undefined : false)),
    mostSplits,
  );
}

/** Whether every way to close a gap closes the leaf of a key. */
function closes(gap: Gap, key: string): boolean {
  if (gap.kind === 'control' || gap.kind === 'condition') return leafKey(gap) === key;
  const part = (one: Gap) => closes(one, key);
  return gap.kind === 'and' ? gap.gaps.some(part) : gap.gaps.every(part);
}

/** Whether every way to close a gap closes a leaf on an element. */
export function alwaysNames(gap: Gap, element: string): boolean {
  if (gap.kind === 'control' || gap.kind === 'condition') return gap.element === element;
  const names = (part: Gap) => alwaysNames(part, element);
  return gap.kind === 'and' ? gap.gaps.some(names) : gap.gaps.every(names);
}

/**
 * Leaves of which a gap must be asked for one, or closing it says nothing of what is asked: of ways to choose from, each has to be asked for something,
 * so that those of one of them are enough to look it up by. The one on the element goes first: few others ask for that.
 */
export function decisiveKeys(gap: Gap, element: string): readonly string[] {
  if (gap.kind === 'control' || gap.kind === 'condition') return [leafKey(gap)];
  if (gap.kind === 'and') return [...new Set(gap.gaps.flatMap((part) => decisiveKeys(part, element)))];
  const own = gap.gaps.find((part) => alwaysNames(part, element));
  return decisiveKeys(own ?? gap.gaps[0]!, element);
}

function keysOf(gap: Gap): Set<string> {
  return new Set(leavesOf(gap).map(leafKey));
}

function keysIn(formula: Formula): string[] {
  if (typeof formula === 'boolean') return [];
  return formula.kind === 'leaf' ? [formula.key] : formula.parts.flatMap(keysIn);
}

function formulaOf(gap: Gap, decided: (key: string) => boolean | undefined): Formula {
  if (gap.kind === 'control' || gap.kind === 'condition') {
    const key = leafKey(gap);
    return decided(key) ?? { kind: 'leaf', key };
  }
  const parts = gap.gaps.map((part) => formulaOf(part, decided));
  return joined(gap.kind, parts);
}

function joined(kind: 'and' | 'or', parts: readonly Formula[]): Formula {
  const decisive = kind === 'or';
  if (parts.includes(decisive)) return decisive;
  const open = parts.filter((part) => typeof part !== 'boolean');
  if (open.length === 0) return !decisive;
  return open.length === 1 ? open[0]! : { kind, parts: open };
}

function withLeaf(formula: Formula, key: string, value: boolean): Formula {
  if (typeof formula === 'boolean') return formula;
  if (formula.kind === 'leaf') return formula.key === key ? value : formula;
  return joined(
    formula.kind,
    formula.parts.map((part) => withLeaf(part, key, value)),
  );
}

function follows(given: Formula, asked: Formula, splits: number): boolean {
  if (given === false || asked === true) return true;
  if (given === true || asked === false) return false;
  if (asked.kind === 'and') return asked.parts.every((part) => follows(given, part, splits));
  if (given.kind === 'or') return given.parts.every((part) => follows(part, asked, splits));
  if (asked.kind === 'leaf')
    return given.kind === 'leaf' ? given.key === asked.key : given.parts.some((part) => follows(part, asked, splits));
  if (asked.parts.some((part) => follows(given, part, splits))) return true;
  if (given.kind === 'leaf') return false;
  if (given.parts.some((part) => follows(part, asked, splits))) return true;
  if (splits === 0) return false;
  const [key] = keysIn(asked);
  return [true, false].every((value) => follows(withLeaf(given, key!, value), withLeaf(asked, key!, value), splits - 1));
}
