import type { Judgement } from './evaluated.js';

/** What a judgement refers to of design and catalogue: others find it by identity, so that a copy that says the same is another. */
const references: ReadonlySet<string> = new Set(['statement', 'condition', 'past', 'places']);

/**
 * Whether two judgements of one pair say the same of the same statements: whoever builds on one may keep what was built on the other. Two that
 * differ in what nobody reads may be told apart; two that differ never pass for the same.
 */
export function isSameJudgement(one: Judgement, other: Judgement): boolean {
  return saysTheSame(one, other);
}

function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && areSame(one, other, saysTheSame);
  if (Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => {
    const [was, is] = [left[key], right[key]];
    return was === is ? key in right : references.has(key) ? areSameReferences(was, is) : saysTheSame(was, is);
  });
}

/** A reference by itself, or a list of some. */
function areSameReferences(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) && areSame(one, other, Object.is);
}

function areSame(some: readonly unknown[], others: readonly unknown[], same: (one: unknown, other: unknown) => boolean): boolean {
  return some.length === others.length && some.every((one, index) => same(one, others[index]));
}
