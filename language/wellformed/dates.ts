import { AstUtils, GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import { rangeOfCst } from '../read/range.js';
import type { Context, Mistake } from './mistake.js';

/** Days that are in no calendar. */
export function* dates({ model, document }: Context): Iterable<Mistake> {
  for (const node of AstUtils.streamAst(model)) {
    const property = ast.isDateValue(node) ? 'date' : ast.isDecision(node) ? 'until' : ast.isControlUse(node) ? 'due' : undefined;
    if (property === undefined) continue;
    for (const place of GrammarUtils.findNodesForProperty(node.$cstNode, property)) {
      if (isDay(place.text)) continue;
      yield {
        code: 'invalid-date',
        severity: 'error',
        message: `There is no day ${place.text}. Write year, month and day, such as 2027-06-30.`,
        range: rangeOfCst(document, place),
      };
    }
  }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  // The thirty-first of February is taken for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
