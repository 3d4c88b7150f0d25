import { statementsOfGrammar } from '../../language/grammar/statements.js';
import type { Situation } from './situation.js';
import { isName } from './statement.js';

/** What the variant around the cursor speaks of, by its tokens alone. */
export interface Spoken {
  /** The type of what is added; undefined of what the design has. */
  readonly type: string | undefined;
  readonly name: string;
}

/** The elements that a variant adds, which are seen in it alone. */
export function addedHere(
  situation: Pick<Situation, 'statement' | 'grammar'>,
): readonly { readonly type: string; readonly name: string }[] {
  return spokenOf(situation).flatMap(({ type, name }) => (type === undefined ? [] : [{ type, name }]));
}

/** What a variant adds, changes or takes away. */
export function spokenOf({ statement: { before, after }, grammar }: Pick<Situation, 'statement' | 'grammar'>): readonly Spoken[] {
  if (before[0]?.image !== 'variant') return [];
  const statements = statementsOfGrammar(grammar);
  const found: Spoken[] = [];
  for (const tokens of [before, after]) {
    for (const [index, { image }] of tokens.entries()) {
      const [next, third] = [tokens[index + 1], tokens[index + 2]];
      const declared = image === 'add' ? statements.get(next?.image ?? '') : undefined;
      if (declared !== undefined && isName(third)) found.push({ type: declared.type, name: third.image });
      else if (image === 'change' && isName(next)) found.push({ type: undefined, name: next.image });
      else if (image === 'without') {
        for (let at = index + 1; isName(tokens[at]); at += 2) {
          found.push({ type: undefined, name: tokens[at]!.image });
          if (tokens[at + 1]?.image !== ',') break;
        }
      }
    }
  }
  return found;
}
