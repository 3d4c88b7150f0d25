import { declarationsOf, numbering, withoutEffect, type Assessment, type Declaration } from '../review/index.js';

/** The declarations that no review depends on, of a shared file in none of the designs that import it. */
export function idleDeclarations(assessments: readonly Assessment[]): Declaration[] {
  const keyOf = declarationKeys();
  const counted = (all: readonly Declaration[]) => {
    const counts = new Map<string, number>();
    for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
    return counts;
  };
  const stands = counted(assessments.flatMap(({ architecture }) => declarationsOf(architecture)));
  const idle = assessments.flatMap((assessment) => withoutEffect(assessment));
  const idleIn = counted(idle);
  const everywhere = new Map(idle.filter((one) => idleIn.get(keyOf(one)) === stands.get(keyOf(one))).map((one) => [keyOf(one), one]));
  // Behind a control a mechanism says how, not whether: without it the control counts, with a hint that asks for it.
  return [...everywhere.values()].filter(({ sort }) => sort !== 'by');
}

/** A shared file is read once: what stands in it is the same part in each design. */
function declarationKeys(): (declaration: Declaration) => string {
  const numberOf = numbering();
  return ({ part, index, sort, name, control }) => [numberOf(part), index ?? '', sort, name, control ?? ''].join(' ');
}
