import { wellFormed } from '../clean.js';

/** A value as the text of a JSON file. Halves of characters are no Unicode: strict readers refuse a file with them. */
export function jsonText(value: unknown, layout: 'indented' | 'compact' = 'indented'): string {
  const clean = (_: string, inner: unknown): unknown => (typeof inner === 'string' ? wellFormed(inner) : inner);
  return `${JSON.stringify(value, clean, layout === 'indented' ? 2 : undefined)}\n`;
}
