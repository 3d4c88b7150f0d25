import type { Gap } from './gaps.js';
import type { Pair } from './review.js';

/** One line for a pair: everything that has to agree, in a form that is the same whichever way it was computed. */
export function tellPair(pair: Pair): string {
  const isOpen = pair.gap !== undefined;
  return line({
    state: pair.state,
    computed: pair.computed,
    severity: isOpen ? pair.severity : undefined,
    decision: pair.decision,
    because: pair.because,
    gap: pair.gap && text(pair.gap),
    left: pair.left && text(pair.left),
    reporters: [...pair.reporters].sort(),
  });
}

export function line(told: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(told);
}

/** The parts of a group in one order: which comes first says nothing about what would close it. */
export function text(gap: Gap): string {
  if (gap.kind === 'leaf') return `${gap.element}: ${gap.asks}`;
  return `(${gap.gaps.map(text).sort().join(` ${gap.kind} `)})`;
}
