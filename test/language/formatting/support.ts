import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstNode } from 'langium';
import { formatEdits } from '../../../language/formatting/format.js';
import { edited } from '../../../language/writing/index.js';
import { createContainer } from '../../../workspace/index.js';
import { root } from '../../support/workspace.js';

export const services = createContainer().meter;
export const { parser, documentation } = services;

/** A text in the one style. */
export function format(text: string): string {
  return edited(text, formatEdits(text, parser.LangiumParser.parse(text)));
}

export function isSound(text: string): boolean {
  const { lexerErrors, parserErrors } = parser.LangiumParser.parse(text);
  return lexerErrors.length === 0 && parserErrors.length === 0;
}

/** Each of a text's tokens, comments among them, and where it begins. */
export function tokens(text: string): { image: string; startOffset: number }[] {
  const { tokens: words, hidden } = parser.Lexer.tokenize(text);
  return [...words, ...hidden].map(({ image, startOffset }) => ({ image, startOffset })).sort((a, b) => a.startOffset - b.startOffset);
}

/** What a text says: its tree with each node's comment and without places. */
export function tree(text: string): unknown {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if ('$refText' in value) return value.$refText;
    const own = Object.entries(value).filter(([key]) => !key.startsWith('$') || key === '$type');
    return {
      ...Object.fromEntries(own.map(([key, part]) => [key, plain(part)])),
      doc: documentation.CommentProvider.getComment(value as AstNode),
    };
  };
  return plain(parser.LangiumParser.parse(text).value);
}

/** Every `.meter` file of the project and its text. */
export function repositoryFiles(): [string, string][] {
  return ['examples', 'catalogue', 'test']
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith('.meter'))
    .sort()
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]);
}
