/**
 * A text of a user on one line, of whole characters, without control characters and without the marks that turn the direction of writing, so
 * that nothing that is told of it can begin a line of its own or read as what it does not say. Whoever tells of it has only the signs of its
 * own form to escape.
 */
export function cleanText(text: string): string {
  return /^[ -~]*$/.test(text) && !/^ *::|##/.test(text) ? text : cleaned(text);
}

function cleaned(text: string): string {
  return (
    text
      .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD')
      .replace(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*|\t/g, ' ')
      .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '')
      // What collects logs takes these for commands of its own: at the beginning of a line, and anywhere.
      .replace(/^(\s*:)(?=:)/, '$1\u200B')
      .replace(/#(?=#(?:vso)?\[)/g, '#\u200B')
  );
}
