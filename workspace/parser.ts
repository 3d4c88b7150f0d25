import type { ParseResult } from 'langium';
import { createContainer } from './container.js';

let parse: ((text: string) => ParseResult) | undefined;

/** The tree of a text by itself, with nothing of it linked. */
export function parseText(text: string): ParseResult {
  if (parse === undefined) {
    const { LangiumParser } = createContainer().meter.parser;
    parse = LangiumParser.parse.bind(LangiumParser);
  }
  return parse(text);
}
