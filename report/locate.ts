import type { SourceRange } from '../language/model/index.js';

/** A place as people and tools count: lines and columns from 1, the end column behind the last character. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Makes an address of a file into the path that reports show. */
export type ToPath = (uri: string) => string;

export function locate(range: SourceRange, toPath: ToPath): Location {
  return {
    file: toPath(range.uri),
    line: range.startLine + 1,
    column: range.startColumn + 1,
    endLine: range.endLine + 1,
    endColumn: range.endColumn + 1,
  };
}

/** Paths below a folder's address, with `/`; what lies elsewhere keeps its file name only, so that no path of the machine is told. */
export function pathsBelow(folder: string): ToPath {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return (uri) => decodeURIComponent(uri.startsWith(prefix) ? uri.slice(prefix.length) : uri.slice(uri.lastIndexOf('/') + 1));
}
