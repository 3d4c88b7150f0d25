import type { CstNode, LangiumDocument, Reference } from 'langium';
import type { Range } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';

/** One step of data from a component to the next, where a file says so. */
export interface DataStep {
  readonly from: ast.Component;
  readonly to: ast.Component;
  /** The flow; or the link that says itself what it carries. */
  readonly by: ast.Flow | ast.Link;
  /** An answer on the way back. */
  readonly returned: boolean;
  /** From the one name to the other. */
  readonly range: Range;
}

/** The steps that a file draws in or out of a component. What a flow returns goes its way backwards. */
export function* stepsAt(component: ast.Component, document: LangiumDocument): Iterable<DataStep> {
  for (const element of modelOf(document).elements) {
    if (ast.isFlow(element)) {
      for (const [index, stop] of element.path.entries()) {
        const pairs = [...pairsAt(component, stop.components, element.path[index + 1]?.components ?? [])];
        for (const pair of pairs) yield { ...pair, by: element, returned: false };
        if (element.returns.length > 0) for (const pair of pairs) yield { ...backwards(pair), by: element, returned: true };
      }
    } else if (ast.isLink(element) && element.carries.length > 0) {
      const pairs = [...pairsAt(component, element.sources, element.targets)];
      for (const pair of pairs) yield { ...pair, by: element, returned: false };
      if (element.direction === '<->') for (const pair of pairs) yield { ...backwards(pair), by: element, returned: false };
    }
  }
}

type Pair = Pick<DataStep, 'from' | 'to' | 'range'>;

function* pairsAt(
  component: ast.Component,
  starts: readonly Reference<ast.Component>[],
  ends: readonly Reference<ast.Component>[],
): Iterable<Pair> {
  for (const start of starts) {
    const from = start.ref;
    if (from === undefined) continue;
    for (const end of ends) {
      const to = end.ref;
      if (to === undefined || (from !== component && to !== component)) continue;
      const range = between(start.$refNode, end.$refNode);
      if (range !== undefined) yield { from, to, range };
    }
  }
}

function backwards({ from, to, range }: Pair): Pair {
  return { from: to, to: from, range };
}

function between(start: CstNode | undefined, end: CstNode | undefined): Range | undefined {
  return start && end && { start: start.range.start, end: end.range.end };
}
