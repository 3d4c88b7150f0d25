import { declarationsOf, withoutEffect, type Assessment, type Declaration } from '../review/index.js';
import type { Problem } from './problem.js';

/** The declarations that no review depends on, of a shared file in none of the designs that import it. */
export function redundancyProblems(assessments: readonly Assessment[]): Problem[] {
  const stands = countByPlace(assessments.flatMap(({ architecture }) => declarationsOf(architecture)));
  const idle = assessments.flatMap((assessment) => withoutEffect(assessment));
  const idleIn = countByPlace(idle);
  const told = new Map(idle.filter((one) => idleIn.get(placeOf(one)) === stands.get(placeOf(one))).map((one) => [placeOf(one), one]));
  // Behind a control a mechanism says how, not whether: without it the control counts, with a hint that asks for it.
  const idleAlone = [...told.values()].filter(({ sort }) => sort !== 'by');
  return idleAlone.map((one) => ({
    code: 'declaration-without-effect',
    severity: 'information',
    message: `Without ${words(one)} the review would come to the same: nothing asks for it, or another declaration gives the same.`,
    range: one.range,
  }));
}

function countByPlace(declarations: readonly Declaration[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of declarations) counts.set(placeOf(one), (counts.get(placeOf(one)) ?? 0) + 1);
  return counts;
}

function placeOf({ sort, name, control, range }: Declaration): string {
  return [range.uri, range.startOffset, sort, name, control ?? ''].join(' ');
}

function words({ sort, name, owner }: Declaration): string {
  switch (sort) {
    case 'control':
      return `the control ${name} of '${owner}'`;
    case 'attribute':
      return `the attribute ${name} of '${owner}'`;
    default:
      return `'${sort} ${name}' of '${owner}'`;
  }
}
