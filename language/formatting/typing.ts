import type { ParseResult } from 'langium';
import { signsOf } from '../grammar/words.js';
import { gapsOf, indentation } from './gaps.js';
import { lineStart, type Replacement } from '../writing/index.js';
import { gapsOfStatements, statementStarts, type TextReader, type LexedWord } from './statements.js';

/** What ends something; no other sign does, so that the next line goes on behind it. */
const closing: ReadonlySet<string> = new Set([')', '{', '}']);
/** Words behind which people break a line. */
const joining: ReadonlySet<string> = new Set(['and', 'or', 'not', 'where']);

/**
 * The edit that indents a line after `typed` (a closing brace or a line break) was typed on it or before it. A line with text is
 * indented as the formatter does, an empty one by what stands before it; where that leaves a choice, the line stays as it is.
 */
export function indentEdit(text: string, result: ParseResult, reader: TextReader, offset: number, typed: string): Replacement | undefined {
  const start = lineStart(text, offset);
  const end = start + /^[^\S\r\n]*/.exec(text.slice(start))![0].length;
  const { tokens, hidden } = reader.parser.Lexer.tokenize(text);
  const inComment = hidden.some((one) => one.startOffset < start && one.startOffset + one.image.length > start);
  const closes = text[end] === '}';
  if (inComment || (typed === '}' && !closes)) return undefined;
  const before = tokens.filter((token) => token.startOffset < start);
  const isEmpty = end === text.length || /[\r\n]/.test(text[end]!);
  const told = isEmpty || closes ? undefined : formattedIndent(text, result, reader, start, end);
  const indent =
    told ?? (closes ? indentation.repeat(Math.max(0, depthOf(text, before, reader) - 1)) : indentAfter(text, before, isEmpty, reader));
  return indent === undefined || text.slice(start, end) === indent ? undefined : { start, end, newText: indent };
}

/** How the formatter indents the line, if its statement has no errors. */
function formattedIndent(text: string, result: ParseResult, reader: TextReader, start: number, end: number): string | undefined {
  const gaps = gapsOf(text, result) ?? gapsOfStatements(text, reader, start, end, 0);
  const gap = gaps.find((one) => one.end === end);
  if (gap === undefined) return undefined;
  const lastBreak = gap.newText.lastIndexOf('\n');
  if (lastBreak >= 0) return gap.newText.slice(lastBreak + 1);
  return gap.start === start ? gap.newText : undefined;
}

function indentAfter(text: string, before: readonly LexedWord[], isEmpty: boolean, reader: TextReader): string | undefined {
  const last = before.at(-1);
  if (last === undefined) return '';
  const depth = depthOf(text, before, reader);
  const goesOn = ({ image }: LexedWord): boolean => joining.has(image) || (signsOf(reader.Grammar).has(image) && !closing.has(image));
  if (last.image === '{' || last.image === '}') return indentation.repeat(depth);
  const line = lineStart(text, last.startOffset);
  const own = /^[^\S\r\n]*/.exec(text.slice(line))![0];
  const above = before.findLast((token) => token.startOffset < line);
  const isContinued = above !== undefined && goesOn(above);
  if (goesOn(last)) return isContinued ? own : own + indentation;
  // Behind the end of a list in braces stands the next item.
  return isEmpty && depth > 0 && isContinued && above.image === ',' ? indentation.repeat(depth) : undefined;
}

/** How many braces are open since the last statement began. */
function depthOf(text: string, words: readonly LexedWord[], reader: TextReader): number {
  const start = statementStarts(text, words, reader).at(-1) ?? 0;
  return words.reduce((depth, { image, startOffset }) => {
    if (startOffset < start) return depth;
    return image === '{' ? depth + 1 : image === '}' ? Math.max(0, depth - 1) : depth;
  }, 0);
}
