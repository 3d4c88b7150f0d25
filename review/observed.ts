import type { RelationName, Value } from '../language/model/index.js';

/** One side of a border: a zone or a party that is drawn, or a party of which only a word is written. */
export type BorderSide = { readonly element: string } | { readonly word: string };

/** Something that a condition looked at to find out whether it holds. */
export type ObservedFact =
  /** Undefined where nobody states it and silence means nothing; `isAssumed` where the value is what silence means. */
  | { readonly kind: 'value'; readonly attribute: string; readonly value: Value | undefined; readonly isAssumed: boolean }
  | { readonly kind: 'kinds'; readonly element: string; readonly kinds: readonly string[] }
  | { readonly kind: 'carries' | 'stores'; readonly data: string }
  | { readonly kind: 'over'; readonly protocol: string }
  | { readonly kind: 'crosses'; readonly border: 'zone' | 'party'; readonly from: BorderSide; readonly to: BorderSide }
  /** A member of a relation of which the condition holds. */
  | { readonly kind: 'member'; readonly relation: RelationName; readonly element: string };

export function isSameSide(one: BorderSide, other: BorderSide): boolean {
  return sideKey(one) === sideKey(other);
}

/** No name has a blank in it. */
export function sideKey(side: BorderSide): string {
  return 'element' in side ? side.element : `word ${side.word}`;
}
