import { statementsOfGrammar } from '../../language/grammar/statements.js';
import { formKey } from '../../language/parsing/beginnings.js';
import { isName } from './statement.js';
import { opensStatement, type CursorToken } from './cursor.js';
import type { Situation } from './situation.js';

/**
 * What the text declares, by its tokens alone: a half-written statement swallows those behind it, whose names are wanted
 * all the same.
 */
export interface Declared {
  /** Such as `Component`, or `ComponentKind` for a definition. */
  readonly type: string;
  readonly name: string;
  /** The tokens of its statement. */
  readonly tokens: readonly CursorToken[];
}

export function declaredInText({ cursor: { text, before, after }, grammar }: Pick<Situation, 'cursor' | 'grammar'>): Declared[] {
  const statements = statementsOfGrammar(grammar);
  return [before, after].flatMap((tokens) => {
    const starts = tokens.flatMap((token, index) => (opensStatement(text, token, tokens[index + 1], grammar) ? [index] : []));
    return starts.flatMap((start, index) => {
      const statement = tokens.slice(start, starts[index + 1]);
      const declares = statements.get(formKey(statement));
      const name = statement[declares?.key.split(' ').length ?? 0];
      return declares?.isNamed !== true || !isName(name) ? [] : [{ type: declares.type, name: name.image, tokens: statement }];
    });
  });
}

/** The ends of a link: `link NAME "Title": A, ... -> B, ...`. */
export interface Ends {
  readonly name: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly twoWay: boolean;
}

export function endsOf({ type, name, tokens }: Declared): Ends | undefined {
  const colon = tokens.findIndex(({ image }) => image === ':');
  const arrow = tokens.findIndex(({ image }) => image === '->' || image === '<->');
  if (type !== 'Link' || colon < 0 || arrow < colon) return undefined;
  const targets: string[] = [];
  for (let index = arrow + 1; isName(tokens[index]); index += 2) {
    targets.push(tokens[index]!.image);
    if (tokens[index + 1]?.image !== ',') break;
  }
  const sources = tokens
    .slice(colon + 1, arrow)
    .filter(isName)
    .map(({ image }) => image);
  return { name, sources, targets, twoWay: tokens[arrow]!.image === '<->' };
}
