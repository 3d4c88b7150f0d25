import type { LangiumDocument } from 'langium';
import { findExcess } from '../parsing/brackets.js';
import { heardIn, type Heard } from '../parsing/heard.js';
import { rangeBetween } from '../read/range.js';
import { retold } from './foreseen/retold.js';
import type { ControlsOf } from './foreseen/table.js';
import { mostOfACode, replacement, type Mistake, type MistakeOf } from './mistake.js';

type ParserError = LangiumDocument['parseResult']['parserErrors'][number];
type Token = ParserError['token'];

/** Text that cannot be read, under one code; after one such error in a line, others there are its echo. */
export function unreadableText(document: LangiumDocument, controlsOf: ControlsOf): Mistake[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  const { textDocument } = document;
  const text = textDocument.getText();
  // A text that was refused as a whole has no line to speak of.
  const isRefused = findExcess(text) !== undefined;
  const told: Mistake[] = [];
  const lines = new Set<number>();
  const tell = (errors: readonly { readonly what: Heard; readonly stretch: readonly [number, number] | undefined }[]): void => {
    let count = 0;
    for (const { what, stretch } of errors) {
      if (stretch === undefined) continue;
      const range = rangeBetween(document, ...stretch);
      if (lines.has(range.startLine)) continue;
      lines.add(range.startLine);
      if (++count > mostOfACode) break;
      const repairs = what[0] === 'misspelt' ? [replacement(range, what[2], ['write', what[2]], true)] : [];
      const mistake: MistakeOf<'syntax-error'> = { code: 'syntax-error', severity: 'error', what, range, repairs };
      told.push(isRefused ? mistake : retold(mistake, document, controlsOf));
    }
  };
  tell(
    lexerErrors.map((error) => {
      const { line, column, length } = error;
      const start = textDocument.offsetAt({ line: (line ?? 1) - 1, character: (column ?? 1) - 1 });
      return { what: heardIn(error), stretch: [start, Math.min(start + length, text.length)] as const };
    }),
  );
  tell(parserErrors.map((error) => ({ what: heardIn(error), stretch: stretchOf(error) })));
  return told;
}

/** From and to. A token that the parser put in by itself has no place: the error stands behind the one before it. */
function stretchOf(error: ParserError): readonly [number, number] | undefined {
  if (hasPlace(error.token)) return [error.token.startOffset, (error.token.endOffset ?? error.token.startOffset) + 1];
  if (!('previousToken' in error)) return undefined;
  const before = error.previousToken as Token;
  const end = hasPlace(before) ? (before.endOffset ?? before.startOffset) + 1 : 0;
  return [end, end];
}

function hasPlace({ startOffset }: Token): boolean {
  return Number.isInteger(startOffset) && startOffset >= 0;
}

/** The lines that could not be read in full: what stands there may be an echo of that. */
export function unreadLines({ parseResult: { lexerErrors, parserErrors } }: LangiumDocument): Set<number> {
  const ends = parserErrors.map((error) =>
    'previousToken' in error && Number.isNaN(error.token.startOffset) ? error.previousToken : error.token,
  );
  const lines = [...lexerErrors.map(({ line }) => line), ...ends.map((token) => (token as Token).endLine)];
  return new Set(lines.map((line) => (line ?? 1) - 1));
}
