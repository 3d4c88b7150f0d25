import type { ProblemCode } from '../codes.js';
import { ofCatalogues } from './catalogues.js';
import { ofPhases } from './phases.js';
import { ofProtection } from './protection.js';
import { ofReading } from './reading.js';
import { ofStatements } from './statements.js';
import { ofTexts } from './texts.js';
import { ofVariants } from './variants.js';
import type { Sentence } from './worded.js';

/** By code, then by what is the case. `more-findings` is no error, and worded where findings are. */
export const sentences = {
  ...ofReading,
  ...ofTexts,
  ...ofStatements,
  ...ofPhases,
  ...ofVariants,
  ...ofProtection,
  ...ofCatalogues,
} satisfies Readonly<Record<Exclude<ProblemCode, 'more-findings'>, Readonly<Record<string, Sentence>>>>;
