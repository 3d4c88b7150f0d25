// Texts of users go into files that other programs read: what those could not read, or would take for something else, is replaced.

/** Halves of characters, which no encoding can write, become the mark for what cannot be shown. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Without control characters, line breaks and tabs kept; halves of characters, and what XML 1.0 knows no way to write, become the mark
 * for what cannot be shown. The marks that turn the direction of writing go as well: they make a line read as what it does not say.
 */
export function printable(text: string): string {
  return wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

/**
 * For a terminal, character by character: a title must neither clear the screen, nor write lines of its own, nor colour them. Lines and
 * tabs stay.
 */
export function forTerminal(text: string): string {
  return wellFormed(text)
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, '\uFFFD')
    .replace(/#(?=#(?:vso)?\[)/g, '#\u200B');
}

/** A path, on one line whatever its folders and file are called. */
export function plainPath(path: string): string {
  return wellFormed(path).replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}

/** A path that begins a line: what collects logs takes some beginnings for commands of its own. */
export function pathFirst(path: string): string {
  const plain = plainPath(path);
  const first = /^[\s:#]/.test(plain) ? `./${plain}` : plain;
  return forTerminal(first);
}

/** On one line: line breaks and the white space around them become one blank. */
export function oneLine(text: string): string {
  return printable(text)
    .replace(/\s*[\n\u2028\u2029]\s*|\t/g, ' ')
    .trim();
}

/** At most so many UTF-16 units, with an ellipsis where something is left out; no character is cut in two. */
export function atMost(text: string, units: number): string {
  if (text.length <= units) return text;
  const cut = text.slice(0, units - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
