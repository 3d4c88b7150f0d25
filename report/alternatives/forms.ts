import type { AlternativesTold } from '../../history/alternatives.js';
import { alternativesCsv } from './csv.js';
import { alternativesJson } from './json.js';
import { alternativesText } from './text.js';

/** The ways to tell a design beside its variants, by the word that asks for each. */
export const alternativesForms = {
  text: alternativesText,
  json: alternativesJson,
  csv: alternativesCsv,
} satisfies Readonly<Record<string, (designs: readonly AlternativesTold[]) => string>>;
