import { structuredPatch } from 'diff';

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
