import { AstUtils, GrammarUtils, type AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { rangeOfCst } from '../read/range.js';
import { replacement, type Context, type Mistake } from './mistake.js';

/** Days that are in no calendar. */
export function* dates(context: Context): Iterable<Mistake> {
  for (const statement of AstUtils.streamContents(context.model)) {
    yield* context.unlessClean(statement, 'dates', [], () => datesIn(statement, context));
  }
}

function* datesIn(statement: AstNode, { document }: Context): Iterable<Mistake> {
  for (const node of AstUtils.streamAst(statement)) {
    const property = ast.isDateValue(node)
      ? 'date'
      : ast.isDecision(node)
        ? 'until'
        : ast.isControlUse(node)
          ? 'due'
          : ast.isPhase(node)
            ? 'days'
            : undefined;
    if (property === undefined) continue;
    for (const place of GrammarUtils.findNodesForProperty(node.$cstNode, property)) {
      if (isDay(place.text)) continue;
      yield {
        code: 'invalid-date',
        severity: 'error',
        what: ['noDay', place.text],
        range: rangeOfCst(document, place),
        repairs: lastDay(place.text).map((day) => replacement(rangeOfCst(document, place), day, ['changeToValue', day], false)),
      };
    }
  }
}

/** The last day of a month that has fewer days; none for a month that does not exist. */
function lastDay(text: string): string[] {
  const [year, month] = text.split('-').map(Number);
  if (year === undefined || month === undefined || month < 1 || month > 12) return [];
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return last.startsWith(text.slice(0, 8)) ? [last] : [];
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  // The thirty-first of February is taken for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
