import { RootCstNodeImpl, type AstNode, type CstNode, type ParseResult } from 'langium';
import type { Model } from '../generated/ast.js';
import type { LexedToken } from './beginnings.js';
import { withBroken } from './broken.js';
import type { Brackets } from './brackets.js';
import type { MendedStretch, ParserError } from './mend.js';
import { movedError, movedLexerError, type LexerError } from './moved-errors.js';
import type { Moving } from './moving-tree.js';

const sorts = ['imports', 'designs', 'elements', 'definitions', 'cites'] as const;
type Sort = (typeof sorts)[number];

interface Statement {
  readonly sort: Sort;
  readonly node: AstNode;
}

/** What stands before the first statement of a text. */
export interface Head {
  readonly tree: readonly CstNode[];
  readonly unlexed: readonly LexerError[];
  brackets?: Brackets;
}

/** A text from where a statement begins to where the next one does, and all that was read there. */
export interface TextStretch extends Moving {
  readonly line: number;
  readonly column: number;
  /** The part of the tree below its root. */
  readonly tree: readonly CstNode[];
  readonly statements: readonly Statement[];
  readonly errors: readonly ParserError[];
  readonly unlexed: readonly LexerError[];
  /** Where the statements begin that could not be read in full. */
  readonly broken: readonly number[];
  readonly pieces: number;
  /** Counted when an edit has to know them. */
  brackets?: Brackets;
  /** Whether the parser began a statement where it begins, so that what stands before it has no part in it. */
  readonly isBegun: boolean;
}

/** A text in its stretches. */
export interface ReadText {
  readonly text: string;
  readonly head: Head;
  readonly stretches: readonly TextStretch[];
}

export function startOf({ start, shift }: TextStretch): number {
  return start + shift.offset;
}

/** Splits what was read of some pieces; undefined where the parser took words of one stretch for the end of another. */
export function textStretchesOf(
  model: Model,
  unlexed: readonly LexerError[],
  pieces: readonly (Moving & { readonly first: LexedToken })[],
  mended: readonly MendedStretch[] | undefined,
): { readonly head: Head; readonly stretches: TextStretch[] } | undefined {
  const trees = grouped(model.$cstNode === undefined ? [] : rootContent(model.$cstNode), pieces, ({ offset }) => offset);
  const errors = grouped(unlexed, pieces, ({ offset }) => offset);
  const statements = grouped(statementsOf(model), pieces, ({ node }) => node.$cstNode!.offset);
  const stretches = pieces.map(({ start, shift, first }, index): TextStretch => {
    const here = index + 1;
    const tree = trees[here]!;
    const isBegun = tree.some((node) => !node.hidden && node.offset === start);
    const inText = errors[here]!.length > 0 ? [start] : [];
    const { errors: told, broken, pieces: count } = mended?.[index] ?? { errors: [], broken: [], pieces: 0 };
    return {
      start,
      shift,
      line: first.startLine!,
      column: first.startColumn!,
      tree,
      statements: statements[here]!,
      errors: told,
      unlexed: errors[here]!,
      broken: [...inText, ...broken],
      pieces: count,
      isBegun,
    };
  });
  if (stretches.some(({ isBegun, errors: told }) => !isBegun && told.length === 0)) return undefined;
  return { head: { tree: trees[0]!, unlexed: errors[0]! }, stretches };
}

function rootContent(root: CstNode): readonly CstNode[] {
  return 'content' in root ? (root.content as CstNode[]) : [];
}

function statementsOf(model: Model): Statement[] {
  const all = sorts.flatMap((sort) => (model[sort] as AstNode[]).map((node): Statement => ({ sort, node })));
  return all.sort((one, other) => one.node.$cstNode!.offset - other.node.$cstNode!.offset);
}

/** Things in the order of the text, by the stretch that they stand in; those before the first come first. */
function grouped<T>(things: readonly T[], pieces: readonly Moving[], offsetOf: (thing: T) => number): T[][] {
  const groups: T[][] = Array.from({ length: pieces.length + 1 }, () => []);
  let at = 0;
  for (const thing of things) {
    while (at < pieces.length && pieces[at]!.start <= offsetOf(thing)) at++;
    groups[at]!.push(thing);
  }
  return groups;
}

/** The tree of a text whose stretches are read, under a root of its own. */
export function assembled<T extends AstNode>({ text, head, stretches }: ReadText): ParseResult<T> {
  const root = new RootCstNodeImpl(text);
  root.content = [...head.tree];
  const model = { $type: 'Model', $cstNode: root } as unknown as Model;
  const lists = model as unknown as Record<Sort, AstNode[] | undefined>;
  for (const { tree, statements } of stretches) {
    for (const node of tree) root.content.push(node);
    for (const { sort, node } of statements) {
      const list = (lists[sort] ??= []);
      Object.assign(node, { $container: model, $containerIndex: list.length });
      list.push(node);
    }
  }
  for (const sort of sorts) lists[sort] ??= [];
  for (const node of root.content) (node as { container?: object }).container = root;
  root.astNode = model;
  const moved = stretches.filter(({ errors, unlexed, broken }) => errors.length + unlexed.length + broken.length > 0);
  const result = {
    value: model as unknown as T,
    lexerErrors: [...head.unlexed, ...moved.flatMap(({ unlexed, shift }) => unlexed.map((error) => movedLexerError(error, shift)))],
    parserErrors: moved.flatMap(({ errors, shift }) => errors.map((error) => movedError(error, shift))),
  };
  return withBroken(
    result,
    moved.flatMap(({ broken, shift }) => broken.map((start) => start + shift.offset)),
  );
}
