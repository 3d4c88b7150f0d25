import type { SourceMap, SourceRange } from '../language/source/index.js';
import { declarationsOf, withoutEffect, type Assessment, type Declaration } from '../review/index.js';
import type { Problem } from './problem.js';

/** Of what is written, the statements that no requirement reads. */
const unreadCode = 'unread-statement';

/**
 * The declarations that no review depends on, of a shared file in none of the designs that import it. What no requirement reads at all is
 * told as that.
 */
export function redundancyProblems(assessments: readonly Assessment[], written: readonly Problem[], sources: SourceMap): Problem[] {
  const declared = (all: readonly Declaration[]) => all.map((one): Placed => ({ ...one, range: rangeOfDeclaration(one, sources) }));
  const unread = written.filter(({ code }) => code === unreadCode);
  const stands = countByPlace(declared(assessments.flatMap(({ architecture }) => declarationsOf(architecture))));
  const idle = declared(assessments.flatMap((assessment) => withoutEffect(assessment)));
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

/** A declaration and where it stands; of `over` and `uses` the mechanism itself. */
interface Placed extends Declaration {
  readonly range: SourceRange;
}

export function rangeOfDeclaration({ part, index }: Declaration, sources: SourceMap): SourceRange {
  const inStack = index === undefined || !('stack' in part) ? undefined : sources.stackOf(part)?.[index];
  return inStack ?? sources.rangeOf(part);
}

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  return inner.uri === outer.uri && inner.startOffset >= outer.startOffset && inner.endOffset <= outer.endOffset;
}

function countByPlace(declarations: readonly Placed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of declarations) counts.set(placeOf(one), (counts.get(placeOf(one)) ?? 0) + 1);
  return counts;
}

function placeOf({ sort, name, control, range }: Placed): string {
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
