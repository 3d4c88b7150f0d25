import type { ControlGap } from '../review/index.js';

/** `; the evidence of 'penetration-test' is blank`: why what is written there does not count. Empty where no evidence is blank. */
export function blankNote(gaps: readonly ControlGap[], subject: string): string {
  const told = gaps.flatMap(({ blank }) =>
    blank.map(({ element, control, kind }) => {
      const where = kind !== undefined ? ` of the kind ${kind}` : element === subject ? '' : ` on ${element}`;
      return `the evidence of '${control}'${where} is blank`;
    }),
  );
  return [...new Set(told)].map((one) => `; ${one}`).join('');
}
