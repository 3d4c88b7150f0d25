/** Of a file that was asked for and cannot be read. */
export const unreadableFile = 'unreadable-file';
/** Mistakes that leave a part of the file unread, or a name without what it means. */
const hidingCodes = new Set(['syntax-error', 'unknown-name', 'import-missing', 'import-outside', 'import-path', unreadableFile]);

/** Whether a mistake of this code leaves a part unread. */
export function hidesPart(code: string): boolean {
  return hidingCodes.has(code);
}
