import { byWeight } from '../../../review/index.js';
import { ranksNow, stakeBetween } from '../../../summary/worst-first.js';
import type { ToldResult } from './results.js';

/** GitHub code scanning refuses a run with more, and shows the worst 5,000 of them. */
export const mostResults = 25_000;
/**
 * Ways to repair are for people who look at results one by one, and each is tried on the design: the worst findings have them, and none
 * where there are more results than anybody looks at.
 */
export const mostWithFixes = 200;
/** A longer report is written without indentation: code scanning takes 10 MB after packing, and editors open no giants. */
export const mostReadable = 2_000;

/** The most important results in the order that they came in, and how many are left out: findings before others, worst first. */
export function withinLimit(all: readonly ToldResult[], most: number): { readonly kept: readonly ToldResult[]; readonly left: number } {
  if (all.length <= most) return { kept: all, left: 0 };
  const chosen = new Set([...all].sort(byImportance).slice(0, most));
  return { kept: all.filter((one) => chosen.has(one)), left: all.length - most };
}

function byImportance(one: ToldResult, other: ToldResult): number {
  if (one.finding === undefined || other.finding === undefined) return one.weight - other.weight;
  return byWeight(one.finding.finding, other.finding.finding, stakeBetween(one.finding, other.finding, ranksNow));
}
