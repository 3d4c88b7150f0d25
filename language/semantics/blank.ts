/** Whether a text shows nothing: it is empty, or white space alone, such as tabulators, ends of lines and spaces that do not break or have no width. */
export function isBlank(text: string): boolean {
  return /^[\p{White_Space}\u200B-\u200D\u2060\uFEFF]*$/u.test(text);
}
