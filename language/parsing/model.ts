// The room `language/parsing/`: from text to a syntax tree, whatever the text; what is broken is told with the form that was expected.
// May import `language/grammar`, `language/generated`, `language/wellformed/nearest`, `langium`.

import type { LangiumDocument } from 'langium';
import { isModel, type Model } from '../generated/ast.js';

const empty: Model = { $type: 'Model', cites: [], definitions: [], designs: [], elements: [], imports: [] };

/**
 * A file's tree. Langium gives a file that it has heard of and not yet read a tree of another type, and keeps it when an
 * edit interrupts the reading: such a file is empty until it is read.
 */
export function modelOf(document: LangiumDocument): Model {
  const tree = document.parseResult.value;
  return isModel(tree) ? tree : empty;
}
