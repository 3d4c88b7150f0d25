import type { ModelPart, SourceMap, SourceRange } from '../language/source/index.js';
import { plainPath } from './clean.js';
import { elementNamed, type Assessment, type Finding } from '../review/index.js';

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

/** What tells where something stands. */
export interface Placing {
  readonly toPath: ToPath;
  readonly sources: SourceMap;
}

/** Where a part of the model stands: of an element or a definition its name. */
export function locatePart(part: ModelPart, { sources, toPath }: Placing): Location {
  return locate(sources.rangeOf(part), toPath);
}

/** Where the element of a finding stands: its name in the text. */
export function rangeOfFinding(
  { element, sort }: Pick<Finding, 'element' | 'sort'>,
  { architecture }: Assessment,
  sources: SourceMap,
): SourceRange {
  return sources.rangeOf(elementNamed(architecture, element, sort)!);
}

export function locateFinding(finding: Pick<Finding, 'element' | 'sort'>, assessment: Assessment, { sources, toPath }: Placing): Location {
  return locate(rangeOfFinding(finding, assessment, sources), toPath);
}

export function locate(range: SourceRange, toPath: ToPath): Location {
  return {
    file: toPath(range.uri),
    line: range.startLine + 1,
    column: range.startColumn + 1,
    endLine: range.endLine + 1,
    endColumn: range.endColumn + 1,
  };
}

/**
 * Paths below several folders: each begins with the name of its folder, and with as many folders around that one as it takes to tell two of
 * one name apart. Of folders within each other the inner one counts.
 */
export function pathsBelowFolders(folders: readonly string[]): ToPath {
  const [only, ...others] = folders;
  if (only !== undefined && others.length === 0) return pathsBelow(only);
  const parts = folders.map((folder) => folder.replace(/\/+$/, '').split('/'));
  const named = parts.map((own, index) => {
    const tail = (of: readonly string[], length: number) => of.slice(-length).join('/');
    let length = 1;
    while (length < own.length && parts.some((other, at) => at !== index && tail(other, length) === tail(own, length))) length++;
    return { folder: own.join('/'), name: decodeURIComponent(tail(own, length)) };
  });
  const innerFirst = named.sort((a, b) => b.folder.length - a.folder.length);
  return (uri) => {
    const home = innerFirst.find(({ folder }) => uri.startsWith(`${folder}/`));
    return home === undefined ? pathsBelow('')(uri) : `${home.name}/${pathsBelow(home.folder)(uri)}`;
  };
}

/** Paths below a folder's address, with `/`; what lies elsewhere keeps its file name only, so that no path of the machine is told. */
export function pathsBelow(folder: string): ToPath {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return (uri) => plainPath(decodeURIComponent(uri.startsWith(prefix) ? uri.slice(prefix.length) : uri.slice(uri.lastIndexOf('/') + 1)));
}
