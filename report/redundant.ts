import type { SourceRange } from '../language/model/index.js';
import { declarationsOf, withoutEffect, type Assessment, type Declaration } from '../review/index.js';
import type { Problem } from './problem.js';

/** Of what is written, the statements that no requirement reads. */
const unreadCode = 'unread-statement';

/**
 * The declarations that no review depends on, of a shared file in none of the designs that import it. What no requirement reads at all is
 * told as that.
 */
export function redundancyProblems(assessments: readonly Assessment[], written: readonly Problem[]): Problem[] {
  const unread = written.filter(({ code }) => code === unreadCode);
  const stands = countByPlace(assessments.flatMap(({ architecture }) => declarationsOf(architecture)));
  const idle = assessments.flatMap((assessment) => withoutEffect(assessment));
  const idleIn = countByPlace(idle);
  const told = new Map(idle.filter((one) => idleIn.get(placeOf(one)) === stands.get(placeOf(one))).map((one) => [placeOf(one), one]));
  // Behind a control a mechanism says how, not whether: without it the control counts, with a hint that asks for it.
  const idleAlone = [...told.values()].filter(({ sort }) => sort !== 'by');
  const others = idleAlone.filter((one) => !unread.some(({ range }) => isWithin(range, one.range)));
  const idleProblems = others.map((one): Problem => ({
    code: 'declaration-without-effect',
    severity: 'information',
    message: `Without ${words(one)} the review would come to the same: nothing asks for it, or another declaration gives the same.`,
    range: one.range,
  }));
  return [...unread.map((one): Problem => ({ ...one, severity: 'information' })), ...idleProblems];
}

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return inner.uri === outer.uri && inner.startOffset >= outer.startOffset && inner.endOffset <= outer.endOffset;
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
