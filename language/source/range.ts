/** A place in a file. Lines and columns count from 0; columns and offsets count UTF-16 units, as LSP does. */
export interface SourceRange {
  readonly uri: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly startOffset: number;
  readonly endOffset: number;
}
