import type { SourceRange } from '../language/model/index.js';
import type { Assessment, Declaration } from '../review/index.js';
import { idleDeclarations } from '../summary/redundant.js';
import type { Problem } from './problem.js';

/** Of what is written, the statements that no requirement reads. */
const unreadCode = 'unread-statement';

/** The declarations that no review depends on. What no requirement reads at all is told as that. */
export function redundancyProblems(assessments: readonly Assessment[], written: readonly Problem[]): Problem[] {
  const unread = written.filter(({ code }) => code === unreadCode);
  const others = idleDeclarations(assessments).filter((one) => !unread.some(({ range }) => isWithin(range, one.range)));
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
