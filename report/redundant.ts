import type { SourceMap, SourceRange } from '../language/source/index.js';
import type { Assessment, Declaration } from '../review/index.js';
import { idleDeclarations } from '../summary/redundant.js';
import { problemOf, type Problem } from './problem.js';

/** Of what is written, the statements that no requirement reads. */
const unreadCode = 'unread-statement';

/** The declarations that no review depends on. What no requirement reads at all is told as that. */
export function redundancyProblems(assessments: readonly Assessment[], written: readonly Problem[], sources: SourceMap): Problem[] {
  const unread = written.filter(({ code }) => code === unreadCode);
  const idle = idleDeclarations(assessments).map((one): Placed => ({ ...one, range: rangeOfDeclaration(one, sources) }));
  const others = idle.filter((one) => !unread.some(({ range }) => isWithin(range, one.range)));
  const idleProblems = others.map(({ sort, name, owner, range }) =>
    problemOf({ code: 'declaration-without-effect', severity: 'information', what: ['idle', sort, name, owner], range }),
  );
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
