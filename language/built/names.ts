import { URI, type AstNodeDescription, type DocumentSegment, type LangiumSharedCoreServices } from 'langium';

/** The names that one file declares, as data. */
export interface FileNames {
  /** The file's address. */
  readonly uri: string;
  readonly names: readonly NameData[];
}

/** Type, name, path in the tree, where the name stands and where the statement does: offsets, then lines and columns. */
type NameData = readonly [type: string, name: string, path: string, at: SegmentNumbers, all: SegmentNumbers];
type SegmentNumbers = readonly [number, number, number, number, number, number];

export function namesOfFiles(uris: readonly URI[], { workspace }: LangiumSharedCoreServices): FileNames[] {
  return uris.map((uri) => {
    const all = workspace.IndexManager.allElements(undefined, new Set([uri.toString()])).toArray();
    return { uri: uri.toString(), names: all.map(dataOf) };
  });
}

function dataOf({ type, name, path, nameSegment, selectionSegment }: AstNodeDescription): NameData {
  return [type, name, path, numbersOf(nameSegment!), numbersOf(selectionSegment!)];
}

function numbersOf({ offset, end, range }: DocumentSegment): SegmentNumbers {
  return [offset, end, range.start.line, range.start.character, range.end.line, range.end.character];
}

/** The descriptions that such data stands for; none of them holds a node. */
export function descriptionsFrom({ uri, names }: FileNames): AstNodeDescription[] {
  const documentUri = URI.parse(uri);
  return names.map(([type, name, path, at, all]) => ({
    type,
    name,
    path,
    documentUri,
    nameSegment: segmentFrom(at),
    selectionSegment: segmentFrom(all),
  }));
}

function segmentFrom([offset, end, startLine, startCharacter, endLine, endCharacter]: SegmentNumbers): DocumentSegment {
  return {
    offset,
    end,
    length: end - offset,
    range: { start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } },
  };
}
