import {
  CompositeCstNodeImpl,
  CstNodeBuilder,
  LeafCstNodeImpl,
  type RootCstNodeImpl,
  type CompositeCstNode,
  type CstNode,
  type LangiumParser,
  type LeafCstNode,
} from 'langium';
import type { LexedToken } from './beginnings.js';

type Range = CstNode['range'];

/** How far a stretch of a text has moved since it was read. */
export interface Shift {
  offset: number;
  line: number;
}

/** Where a stretch begins, and how far it has moved. */
export interface Moving {
  readonly start: number;
  readonly shift: Shift;
}

/** A word in the tree that moves with its stretch. */
class MovingLeaf extends LeafCstNodeImpl {
  constructor(
    { startOffset, image, startLine, startColumn, endLine, endColumn, tokenType }: LexedToken,
    hidden: boolean,
    private readonly shift: Shift,
  ) {
    // Lines and columns count from 1 there, and an end belongs to its token.
    super(startOffset, image.length, startLine! - 1, startColumn! - 1, endLine! - 1, endColumn!, tokenType, hidden);
  }

  override get offset(): number {
    return super.offset + this.shift.offset;
  }

  override get end(): number {
    return super.end + this.shift.offset;
  }

  override get range(): Range {
    const { start, end } = super.range;
    const { line } = this.shift;
    if (line === 0) return { start, end };
    return { start: { line: start.line + line, character: start.character }, end: { line: end.line + line, character: end.character } };
  }
}

/** Langium's node keeps the range that it had when somebody first asked. */
class MovingComposite extends CompositeCstNodeImpl {
  override get range(): Range {
    const first = this.content.find(isShown) ?? this.content[0];
    const last = this.content.findLast(isShown) ?? this.content.at(-1);
    if (first === undefined || last === undefined) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [{ start }, { end }] = [first.range, last.range];
    return { start, end: end.line < start.line ? start : end };
  }
}

function isShown({ hidden }: CstNode): boolean {
  return !hidden;
}

/** What Langium keeps to itself of a builder and of a parser. */
interface InnerBuilder {
  rootNode: RootCstNodeImpl;
  readonly nodeStack: CompositeCstNodeImpl[];
}
interface InnerParser {
  nodeBuilder: CstNodeBuilder;
  extractHiddenTokens: (token: LexedToken) => LexedToken[];
}

/** Builds trees whose words move with the stretches of the text that they stand in. */
export class MovingTreeBuilder extends CstNodeBuilder {
  private comments: readonly LexedToken[] = [];
  private taken = 0;
  private stretches: readonly Moving[] = [];
  private at = -1;
  private shift: Shift = { offset: 0, line: 0 };

  /** Makes a parser build its trees here. */
  constructor(parser: LangiumParser) {
    super();
    const inner = parser as unknown as InnerParser;
    inner.nodeBuilder = this;
    inner.extractHiddenTokens = ({ startOffset }) => this.commentsBefore(startOffset);
  }

  /** What the next tree is made of. The comments are taken as the words behind them come. */
  expect(comments: readonly LexedToken[], stretches: readonly Moving[]): void {
    this.comments = comments;
    this.stretches = stretches;
    this.taken = 0;
    this.at = -1;
    this.shift = { offset: 0, line: 0 };
  }

  private commentsBefore(offset: number): LexedToken[] {
    const start = this.taken;
    while (this.taken < this.comments.length && this.comments[this.taken]!.startOffset < offset) this.taken++;
    return this.comments.slice(start, this.taken);
  }

  override buildCompositeNode(feature: NonNullable<CstNode['grammarSource']>): CompositeCstNode {
    const node = new MovingComposite();
    node.grammarSource = feature;
    this.appendChild(this.current as CompositeCstNode, node as CompositeCstNode);
    (this as unknown as InnerBuilder).nodeStack.push(node);
    return node as CompositeCstNode;
  }

  protected override createLeafNode(token: LexedToken, hidden: boolean): LeafCstNodeImpl {
    const { stretches } = this;
    while (this.at + 1 < stretches.length && stretches[this.at + 1]!.start <= token.startOffset) {
      this.shift = stretches[++this.at]!.shift;
    }
    return new MovingLeaf(token, hidden, this.shift);
  }

  /** As Langium does it; what is new stands at the end of its container, where it is looked for first. Called without any at the end of a text. */
  override addHiddenNodes(tokens: LexedToken[]): void {
    const all = this.isBuilt ? this.commentsBefore(Infinity) : tokens;
    if (all.length === 0) return;
    const nodes = all.map((token) => this.createLeafNode(token, true) as LeafCstNode);
    let node = this.current as CompositeCstNode;
    if (node.content.length > 0) {
      for (const one of nodes) this.appendChild(node, one);
      return;
    }
    while (node.container !== undefined) {
      const index = node.container.content.lastIndexOf(node);
      if (index > 0) {
        this.insertChildren(node.container, index, nodes);
        return;
      }
      node = node.container;
    }
    this.insertChildren((this as unknown as InnerBuilder).rootNode as CompositeCstNode, 0, nodes);
  }

  override removeNode(node: CstNode): void {
    const content = node.container?.content;
    const index = content?.lastIndexOf(node) ?? -1;
    if (index >= 0) (content as CstNode[]).splice(index, 1);
  }

  /** Whether the whole text was read: only the root is left, and it is closed. */
  private get isBuilt(): boolean {
    return (this as unknown as InnerBuilder).nodeStack.length === 0;
  }
}
