import { diffLines, diffWordsWithSpace, structuredPatch } from 'diff';

/** A file before and after, by its path with `/`. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A unified patch that `git apply` and `patch -p1` take; empty where nothing changes. */
export function patchOf(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) => {
      const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 });
      if (hunks.length === 0) return '';
      const body = hunks.map(
        ({ oldStart, oldLines, newStart, newLines, lines }) =>
          `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.map((line) => `${line}\n`).join('')}`,
      );
      return `--- ${named('a', path)}\n+++ ${named('b', path)}\n${body.join('')}`;
    })
    .join('');
}

/** A name with quotes, backslashes or control characters is written as in C; one with spaces ends in a tab, as both readers want it. */
function named(side: 'a' | 'b', path: string): string {
  const full = `${side}/${path}`;
  if (/["\\\u0000-\u001F\u007F]/.test(full)) {
    const escaped = full.replaceAll(/["\\\u0000-\u001F\u007F]/g, (one) =>
      one === '"' || one === '\\' ? `\\${one}` : `\\${one.charCodeAt(0).toString(8).padStart(3, '0')}`,
    );
    return `"${escaped}"`;
  }
  return full.includes(' ') ? `${full}\t` : full;
}

/** A stretch of a text and what takes its place. */
export interface ChangedWords {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** What differs between two texts, word by word in the lines that differ, as edits of the first; what only space divides is one edit. */
export function changedWords(before: string, after: string): ChangedWords[] {
  const found: ChangedWords[] = [];
  for (const line of differences(diffLines(before, after))) {
    for (const word of differences(diffWordsWithSpace(before.slice(line.start, line.end), line.newText))) {
      const [start, end] = [line.start + word.start, line.start + word.end];
      const last = found.at(-1);
      const between = last === undefined ? undefined : before.slice(last.end, start);
      if (last === undefined || between?.trim() !== '') found.push({ start, end, newText: word.newText });
      else found.splice(-1, 1, { start: last.start, end, newText: `${last.newText}${between}${word.newText}` });
    }
  }
  return found;
}

function differences(parts: readonly { readonly value: string; readonly added: boolean; readonly removed: boolean }[]): ChangedWords[] {
  const found: ChangedWords[] = [];
  let at = 0;
  for (const { value, added, removed } of parts) {
    const last = found.at(-1);
    if (added && last?.end === at) found.splice(-1, 1, { ...last, newText: `${last.newText}${value}` });
    else if (added) found.push({ start: at, end: at, newText: value });
    else if (removed) found.push({ start: at, end: at + value.length, newText: '' });
    if (!added) at += value.length;
  }
  return found;
}
