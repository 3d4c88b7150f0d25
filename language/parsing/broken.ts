import type { AstNode, LangiumDocument, ParseResult } from 'langium';

interface PartlyRead {
  /** Where the statements begin that could not be read in full. */
  readonly broken?: ReadonlySet<number>;
}

/** A result that knows which of its statements could not be read in full. */
export function withBroken<T extends AstNode>(result: ParseResult<T>, starts: readonly number[]): ParseResult<T> & PartlyRead {
  return { ...result, broken: new Set(starts) };
}

/** Whether a statement could not be read in full: what it does not say may only be missing because of that. */
export function isBroken({ parseResult }: Pick<LangiumDocument, 'parseResult'>, statement: AstNode): boolean {
  const offset = statement.$cstNode?.offset;
  return offset !== undefined && (parseResult as PartlyRead).broken?.has(offset) === true;
}
