import type { Variant } from '../language/model/index.js';

/** What a variant costs more than its design, as far as anybody says. */
export interface CostTold {
  /** The sum of what is given, in the smallest unit of the currency. */
  readonly low: number;
  /** Undefined where of a part nobody says what it costs: that may be anything. */
  readonly high: number | undefined;
  /** Undefined where nothing is given, or in several currencies, which cannot be added up. */
  readonly currency: string | undefined;
  /** What is added, changed or taken away and has no cost. */
  readonly unknown: readonly string[];
}

const nothing: CostTold = { low: 0, high: 0, currency: undefined, unknown: [] };

/** The design as it is, and a variant that changes nothing, cost nothing more. */
export function costOfVariant(variant: Variant | undefined): CostTold {
  if (variant === undefined) return nothing;
  const { added, changed, takenAway, costs } = variant;
  const parts = [...new Set([...added, ...changed, ...takenAway])];
  const given = new Set(costs.flatMap((cost) => cost.parts));
  const isWhole = costs.some((cost) => cost.parts.length === 0);
  const unknown = isWhole ? [] : parts.filter((name) => !given.has(name));
  const currencies = new Set(costs.map(({ currency }) => currency));
  if (currencies.size > 1) return { low: 0, high: undefined, currency: undefined, unknown: parts };
  const sum = costs.reduce((total, { amount }) => total + amount, 0);
  return { low: sum, high: unknown.length === 0 ? sum : undefined, currency: [...currencies][0], unknown };
}
