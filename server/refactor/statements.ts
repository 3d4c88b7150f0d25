import { lineEndsOf, stretchOf, type Stretch } from '../../language/writing/index.js';
import { CstUtils, type AstNode, type CstNode } from 'langium';
import type { Cite, Definition, Design, Element, Import, Model } from '../../language/generated/ast.js';

export type FileStatement = Import | Design | Element | Definition | Cite;

/** A statement with the comments that belong to it. */
export interface Block {
  readonly node: FileStatement;
  /** Of the first comment above it, or of the statement. */
  readonly start: number;
  /** Behind the last comment on its last line, or the statement. */
  readonly end: number;
}

/** All statements of a file in the order of its text. */
export function statementsOfFile(model: Model): readonly FileStatement[] {
  const all: FileStatement[] = [...model.imports, ...model.designs, ...model.elements, ...model.definitions, ...model.cites];
  return all.filter(hasText).sort((a, b) => a.$cstNode.offset - b.$cstNode.offset);
}

function hasText<N extends AstNode>(node: N): node is N & { readonly $cstNode: CstNode } {
  return node.$cstNode !== undefined;
}

/**
 * The statements of a file, each with its comments: those behind it on its last line, and those above it up to a blank line.
 * A doc comment goes with what it explains, however far above it stands; and so does every comment where `all` is wanted.
 */
export function blocksOf(model: Model, text: string, all = false): Block[] {
  const statements = statementsOfFile(model);
  const comments = commentsOf(model);
  let next = 0;
  return statements.map((node, index): Block => {
    const { offset, end } = node.$cstNode!;
    const above: CstNode[] = [];
    for (; next < comments.length && comments[next]!.offset < offset; next++) above.push(comments[next]!);
    while (next < comments.length && comments[next]!.offset < end) next++;
    const behind: CstNode[] = [];
    const last = statements[index + 1]?.$cstNode?.offset ?? Infinity;
    for (let from = end; next < comments.length && comments[next]!.offset < last; from = comments[next++]!.end) {
      if (!isOneLine(text, from, comments[next]!.offset)) break;
      behind.push(comments[next]!);
    }
    const behindEnd = behind.at(-1)?.end ?? end;
    // What stands before the next statement on the same line may speak of that one.
    const joined = behind.length > 0 && last !== Infinity && isOneLine(text, behindEnd, last);
    if (joined) next -= behind.length;
    return { node, start: startOf(above, offset, text, all && index > 0), end: joined ? end : behindEnd };
  });
}

function commentsOf(model: Model): CstNode[] {
  if (model.$cstNode === undefined) return [];
  return CstUtils.flattenCst(model.$cstNode)
    .filter((leaf) => leaf.hidden)
    .toArray();
}

function isOneLine(text: string, from: number, to: number): boolean {
  return lineEndsOf(text.slice(from, to)).length === 0;
}

function startOf(comments: readonly CstNode[], statement: number, text: string, all: boolean): number {
  let start = statement;
  for (const comment of comments.toReversed()) {
    const isDoc = start === statement && comment.text.startsWith('/**');
    const apart = lineEndsOf(text.slice(comment.end, start)).length > 1;
    if (apart && !isDoc && !all) break;
    start = comment.offset;
  }
  return start;
}

/** The stretches to take away with several blocks; neighbours go together. */
export function stretchesOf(taken: ReadonlySet<unknown>, blocks: readonly Block[], text: string): Stretch[] {
  const runs: { start: number; end: number; last: number }[] = [];
  for (const [index, { node, start, end }] of blocks.entries()) {
    if (!taken.has(node)) continue;
    const run = runs.at(-1);
    if (run?.last === index - 1) Object.assign(run, { end, last: index });
    else runs.push({ start, end, last: index });
  }
  return runs.map((run) => stretchOf(run, text));
}
