import { grammarOf, parserRuleOf, type Keyword } from '../../language/grammar/elements.js';
import { givenOnceOf } from '../../language/grammar/given-once.js';
import { partsOf } from '../../language/grammar/parts.js';
import { statementsOfGrammar } from '../../language/grammar/statements.js';
import { formKey } from '../../language/parsing/beginnings.js';
import type { Step } from './automaton.js';
import type { CursorToken } from './cursor.js';
import type { Situation } from './situation.js';
import { bodyTokens, itemTokens } from './statement.js';

/** Whether a word that stands once, in a statement, a line or a body, stands there already. */
export function isSaidAlready({ keyword }: Pick<Step, 'keyword'>, { statement, cursor }: Situation): boolean {
  const extent = keyword === undefined ? undefined : givenOnceOf(grammarOf(keyword)).get(keyword);
  if (keyword === undefined || extent === undefined) return false;
  const { before, after } = extent === 'body' ? bodyTokens(statement) : itemTokens(statement, cursor.text);
  const [start, end] = extent === 'clause' ? clauseAround(keyword, before, after, statement) : [0, after.length];
  return [...before.slice(start), ...after.slice(0, end)].some(({ image }) => image === keyword.value);
}

/** Where the clause begins in which a word stands, and where the next one of the statement does. */
function clauseAround(
  keyword: Keyword,
  before: readonly CursorToken[],
  after: readonly CursorToken[],
  statement: Situation['statement'],
): readonly [number, number] {
  const grammar = grammarOf(keyword);
  const around = statementsOfGrammar(grammar).get(formKey(statement.before))?.rule;
  const clauses = [...partsOf(grammar)].filter(([, part]) => part === 'clause').map(([one]) => one);
  const own = new Set(clauses.flatMap((one) => (parserRuleOf(one) === parserRuleOf(keyword) ? [one.value] : [])));
  const others = new Set(clauses.flatMap((one) => (parserRuleOf(one) === around ? [one.value] : [])));
  const end = after.findIndex(({ image }) => own.has(image) || others.has(image));
  return [
    Math.max(
      0,
      before.findLastIndex(({ image }) => own.has(image)),
    ),
    end < 0 ? after.length : end,
  ];
}
