import { CstUtils, type AstNode, type LangiumDocument, type LeafCstNode } from 'langium';
import type { Position, SelectionRange } from 'vscode-languageserver';
import { modelOf } from '../../language/parsing/model.js';

type Span = readonly [start: number, end: number];

/** What grows around a place: word, list of names, statement, body, element, file. */
export function selectionRanges(document: LangiumDocument, positions: readonly Position[]): SelectionRange[] {
  const model = modelOf(document);
  const leaves = model.$cstNode === undefined ? [] : CstUtils.flattenCst(model.$cstNode).toArray();
  const read = leaves.filter(({ hidden }) => !hidden);
  return positions.map((position) => {
    const text = document.textDocument;
    const offset = text.offsetAt(position);
    const spans = [...around(offset, leaves), ...lists(offset, read), ...braces(offset, read), ...nodes(offset, leaves)];
    let chain: SelectionRange = { range: { start: text.positionAt(0), end: text.positionAt(text.getText().length) } };
    let outer: Span = [0, text.getText().length];
    for (const span of spans.filter(([start, end]) => start <= offset && offset <= end).sort(longestFirst)) {
      const inside = span[0] >= outer[0] && span[1] <= outer[1] && (span[0] > outer[0] || span[1] < outer[1]);
      if (!inside || span[0] === span[1]) continue;
      chain = { range: { start: text.positionAt(span[0]), end: text.positionAt(span[1]) }, parent: chain };
      outer = span;
    }
    return chain;
  });
}

function longestFirst(a: Span, b: Span): number {
  return b[1] - b[0] - (a[1] - a[0]);
}

/** The token at a place, of a string also what is inside. Between two tokens a name goes first. */
function around(offset: number, leaves: readonly LeafCstNode[]): Span[] {
  const touching = leaves.filter((leaf) => leaf.offset <= offset && offset <= leaf.end);
  const leaf = touching.find(({ text }) => /^[\p{L}\d_]/u.test(text)) ?? touching.find((one) => offset < one.end) ?? touching[0];
  if (leaf === undefined) return [];
  const whole: Span = [leaf.offset, leaf.end];
  return leaf.tokenType.name === 'STRING' ? [[leaf.offset + 1, leaf.end - 1], whole] : [whole];
}

/** `a, b, c` around a place. */
function lists(offset: number, leaves: readonly LeafCstNode[]): Span[] {
  const at = leaves.findIndex((leaf) => leaf.offset <= offset && offset <= leaf.end && leaf.text !== ',');
  if (at < 0) return [];
  let [first, last] = [at, at];
  while (leaves[first - 1]?.text === ',' && leaves[first - 2] !== undefined) first -= 2;
  while (leaves[last + 1]?.text === ',' && leaves[last + 2] !== undefined) last += 2;
  return first === last ? [] : [[leaves[first]!.offset, leaves[last]!.end]];
}

/** Pairs of brackets around a place, each without and with them. */
function braces(offset: number, leaves: readonly LeafCstNode[]): Span[] {
  const open: LeafCstNode[] = [];
  const spans: Span[] = [];
  for (const [index, leaf] of leaves.entries()) {
    if (leaf.text === '{' || leaf.text === '(') open.push(leaf);
    if (leaf.text !== '}' && leaf.text !== ')') continue;
    const start = open.pop();
    if (start === undefined || start.offset > offset || leaf.end < offset) continue;
    spans.push([start.offset, leaf.end]);
    const [first, last] = [leaves[leaves.indexOf(start) + 1]!, leaves[index - 1]!];
    if (first.offset < last.end && last !== start) spans.push([first.offset, last.end]);
  }
  return spans;
}

/** Every node of the tree around a place; a statement also with the comment that explains it. */
function nodes(offset: number, leaves: readonly LeafCstNode[]): Span[] {
  const spans: Span[] = [];
  const at = leaves.filter((leaf) => !leaf.hidden && leaf.offset <= offset && offset <= leaf.end);
  for (const leaf of at) {
    for (let node: AstNode | undefined = leaf.astNode; node.$container !== undefined; node = node.$container) {
      const cst = node.$cstNode;
      if (cst === undefined) continue;
      spans.push([cst.offset, cst.end]);
      const comment = CstUtils.findCommentNode(cst, ['ML_COMMENT']);
      if (comment !== undefined) spans.push([comment.offset, cst.end]);
    }
  }
  return spans;
}
