import type { ControlGap } from '../review/index.js';

/** `The evidence of 'penetration-test' is blank, so that it does not count.`: why what is written there does not close the gap. */
export function blankWords(gaps: readonly ControlGap[], subject: string): string[] {
  const told = gaps.flatMap(({ blank }) =>
    blank.map(({ element, control, kind }) => {
      const where = kind !== undefined ? ` of the kind ${kind}` : element === subject ? '' : ` on ${element}`;
      return `The evidence of '${control}'${where} is blank, so that it does not count.`;
    }),
  );
  return [...new Set(told)];
}
