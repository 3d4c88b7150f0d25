import { tokenModifiers, tokenTypes } from '../../../server/colours/legend.js';
import { offsetAt, type Session } from '../in-process.js';

export interface ToldToken {
  readonly line: number;
  readonly start: number;
  readonly text: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** The tokens of an answer with what stands there. */
export function toldTokens(session: Session, file: string, data: readonly number[]): ToldToken[] {
  const text = session.textOf(file);
  const told: ToldToken[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type, bits] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = offsetAt(text, { line, character });
    const modifiers = tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0);
    told.push({ line, start, text: text.slice(start, start + length), type: tokenTypes[type]!, modifiers });
  }
  return told;
}

/** The lines of a file with a mark around each token; tokens of one sort with a blank between them share one. */
export function marked(session: Session, file: string, data: readonly number[]): string[] {
  const text = session.textOf(file);
  let result = '';
  let from = 0;
  for (const token of toldTokens(session, file, data)) {
    const declared = token.modifiers.includes('declaration') ? '!' : '';
    const builtIn = token.modifiers.includes('defaultLibrary') && token.modifiers.includes('readonly') ? '*' : '';
    result += `${text.slice(from, token.start)}‹${token.text}›${token.type}${declared}${builtIn}`;
    from = token.start + token.text.length;
  }
  return (result + text.slice(from)).replaceAll(/‹(\w+)›place ‹(\w+)›place/g, '‹$1 $2›place').split(/\r?\n/);
}

/** A text without its marks. */
export function plainText(text: string): string {
  return text.replaceAll(/‹([^›]*)›[a-z]+!?\*?/g, '$1');
}
