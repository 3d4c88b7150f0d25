import type { Operand } from '../model/index.js';
import { operandWords } from '../semantics/words.js';

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in quotes, as the language reads it back. */
export function inQuotes(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (one) => escapes[one] ?? `\\${one}`)}"`;
}

/** A value as it is written in a design. */
export function asWritten(operand: Operand): string {
  return operand.kind === 'text' ? inQuotes(operand.text) : operandWords(operand);
}
