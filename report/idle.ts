import { yearsOfAPlan } from '../language/semantics/index.js';
import type { ControlGap, IdleStatement } from '../review/index.js';

/** `The evidence of 'penetration-test' is blank, so that it does not count.`: why what is written there does not close the gap. */
export function idleWords(gaps: readonly ControlGap[], subject: string): string[] {
  const told = gaps.flatMap(({ idle }) =>
    idle.map((one) => {
      const where = one.kind !== undefined ? ` of the kind ${one.kind}` : one.element === subject ? '' : ` on ${one.element}`;
      return wordsOf(one, `'${one.control}'${where}`);
    }),
  );
  return [...new Set(told)];
}

function wordsOf({ why, statement: { due } }: IdleStatement, what: string): string {
  switch (why) {
    case 'blank':
      return `The evidence of ${what} is blank, so that it does not count.`;
    case 'past':
      return `The day for which ${what} was planned, ${due}, is past.`;
    case 'after the end':
      return `${what} is planned for ${due}, after the end of use, so that it never comes.`;
    case 'far off':
      return `${what} is planned for ${due}, more than ${yearsOfAPlan} years ahead, so that it does not count.`;
  }
}
