// The room `language/wellformed/words/`: every sentence of a validation error, by its code and then by what is the case; checks find what is
// so and say nothing themselves. May import `language/model`, `language/semantics`, `language/wellformed/codes`, `language/wellformed/nearest`.

import type { ProblemCode } from '../codes.js';
import { ofCatalogues } from './catalogues.js';
import { ofProtection } from './protection.js';
import { ofStatements } from './statements.js';
import { ofTexts } from './texts.js';

export { nearby } from './related.js';

/** A sentence, or what makes it of the facts. */
type Sentence = string | ((...facts: never[]) => string);

/** By code, then by what is the case. `more-findings` is no error, and worded where findings are. */
export const says = { ...ofTexts, ...ofStatements, ...ofProtection, ...ofCatalogues } satisfies Readonly<
  Record<Exclude<ProblemCode, 'more-findings'>, Readonly<Record<string, Sentence>>>
>;
