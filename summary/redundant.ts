import { declarationsOf, withoutEffect, type Assessment, type Declaration } from '../review/index.js';

/** The declarations that no review depends on, of a shared file in none of the designs that import it. */
export function idleDeclarations(assessments: readonly Assessment[]): Declaration[] {
  const stands = countByPlace(assessments.flatMap(({ architecture }) => declarationsOf(architecture)));
  const idle = assessments.flatMap((assessment) => withoutEffect(assessment));
  const idleIn = countByPlace(idle);
  const everywhere = new Map(idle.filter((one) => idleIn.get(placeOf(one)) === stands.get(placeOf(one))).map((one) => [placeOf(one), one]));
  // Behind a control a mechanism says how, not whether: without it the control counts, with a hint that asks for it.
  return [...everywhere.values()].filter(({ sort }) => sort !== 'by');
}

function countByPlace(declarations: readonly Declaration[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of declarations) counts.set(placeOf(one), (counts.get(placeOf(one)) ?? 0) + 1);
  return counts;
}

function placeOf({ sort, name, control, range }: Declaration): string {
  return [range.uri, range.startOffset, sort, name, control ?? ''].join(' ');
}
