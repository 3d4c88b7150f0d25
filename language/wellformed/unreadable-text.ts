import type { LangiumDocument } from 'langium';
import { findExcess } from '../parsing/brackets.js';
import { wordMeant } from '../parsing/misspelt.js';
import { rangeBetween } from '../read/range.js';
import { retold } from './foreseen/retold.js';
import type { ControlsOf } from './foreseen/table.js';
import { mostOfACode, replacement, type Mistake } from './mistake.js';

type ParserError = LangiumDocument['parseResult']['parserErrors'][number];
type Token = ParserError['token'];

interface Told {
  readonly message: string;
  readonly stretch: readonly [number, number] | undefined;
  readonly meant?: string | undefined;
}

/** Text that cannot be read, under one code; after one such error in a line, others there are its echo. */
export function unreadableText(document: LangiumDocument, controlsOf: ControlsOf): Mistake[] {
  const { lexerErrors, parserErrors } = document.parseResult;
  const { textDocument } = document;
  const text = textDocument.getText();
  // A text that was refused as a whole has no line to speak of.
  const isRefused = findExcess(text) !== undefined;
  const told: Mistake[] = [];
  const lines = new Set<number>();
  const tell = (errors: readonly Told[]): void => {
    let count = 0;
    for (const { message, stretch, meant } of errors) {
      if (stretch === undefined) continue;
      const range = rangeBetween(document, ...stretch);
      if (lines.has(range.startLine)) continue;
      lines.add(range.startLine);
      if (++count > mostOfACode) break;
      const repairs = meant === undefined ? [] : [replacement(range, meant, `Write '${meant}'`, true)];
      const mistake: Mistake = { code: 'syntax-error', severity: 'error', message, range, repairs };
      told.push(isRefused ? mistake : retold(mistake, document, controlsOf));
    }
  };
  tell(
    lexerErrors.map(({ message, line, column, length }) => {
      const start = textDocument.offsetAt({ line: (line ?? 1) - 1, character: (column ?? 1) - 1 });
      return { message, stretch: [start, Math.min(start + length, text.length)] as const };
    }),
  );
  tell(parserErrors.map((error) => ({ message: error.message, stretch: stretchOf(error), meant: wordMeant(error) })));
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
