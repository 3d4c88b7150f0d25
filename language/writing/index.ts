// The room `language/writing/`: how text of the language is written: edits, line ends, bodies, heads, lists, quotes, free names.
// Everything that writes text writes it here.
// May import `language/semantics`, `language/source`, `language/model`.

export { behindItem, intoBody, outOfBody, takingOut, type StatementParts } from './body.js';
export { edited, editedFiles, insertion, replacing, touch, type Edit, type Replacement } from './edit.js';
export { freeName, namesLike } from './free-name.js';
export {
  endedAs,
  isBelowBlankLine,
  lineEndAt,
  lineEndsOf,
  lineStart,
  positionsIn,
  spaceStart,
  withLineEnds,
  type TextPlace,
} from './line-ends.js';
export { intoList, outOfList } from './list.js';
export { protocolEdit, protocolEdits, type CountedText, type ProtocolEdit } from './protocol-edit.js';
export { asWritten, inQuotes } from './quotes.js';
export { above, insertedBehind, importing, importOf, intoHead } from './statement.js';
export { blankRest, ownLineStart, stretchOf, type Stretch } from './stretch.js';
