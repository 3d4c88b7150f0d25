import { wellFormed } from '../clean.js';

/** A value as the text of a JSON file. Halves of characters are no Unicode: strict readers refuse a file with them. */
export function jsonText(value: unknown, layout: 'indented' | 'compact' = 'indented'): string {
  const clean = (_: string, inner: unknown): unknown => (typeof inner === 'string' ? wellFormed(inner) : inner);
  return `${escaped(JSON.stringify(value, clean, layout === 'indented' ? 2 : undefined))}\n`;
}

/** The same value, whoever shows the file: the marks of direction, and what collects logs takes for a command, stand there by number. */
function escaped(json: string): string {
  return json
    .replace(/[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/##(?=(?:vso)?\[)/g, '#\\u0023');
}
