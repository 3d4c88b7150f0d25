import type { AstNode, CstNode, ParseResult } from 'langium';

type Token = ParseResult['parserErrors'][number]['token'];

/** Everything that a parse says, in lines that can be compared. */
export function described(result: ParseResult): string[] {
  return [
    ...cstLines(result.value.$cstNode, ''),
    ...astLines(result.value, ''),
    ...result.lexerErrors.map(({ offset, line, column, length, message }) => `unlexed ${offset} ${line}:${column} ${length} ${message}`),
    ...result.parserErrors.map((error) => {
      const before = 'previousToken' in error ? place(error.previousToken as Token | undefined) : 'none';
      return `error ${error.name} ${error.message} at ${place(error.token)} behind ${before} past ${error.resyncedTokens.map(place).join(' ')}`;
    }),
    `broken ${[...((result as { broken?: Set<number> }).broken ?? [])].sort((a, b) => a - b).join(' ')}`,
  ];
}

function place(token: Token | undefined): string {
  if (token === undefined) return 'nowhere';
  const { image, startOffset, endOffset, startLine, startColumn, endLine, endColumn } = token;
  return `${JSON.stringify(image)} ${startOffset}-${endOffset} ${startLine}:${startColumn}-${endLine}:${endColumn}`;
}

function* cstLines(node: CstNode | undefined, indent: string): Iterable<string> {
  if (node === undefined) return;
  const { start, end } = node.range;
  const leaf = 'tokenType' in node ? `${(node.tokenType as { name: string }).name} ${JSON.stringify(node.text)}` : '';
  const owner = `${node.astNode.$type} ${node.astNode.$cstNode?.offset}`;
  const source = node.grammarSource?.$type ?? '';
  yield `${indent}${node.offset}-${node.end} ${start.line}:${start.character}-${end.line}:${end.character} ${node.hidden} ${leaf} ${source} of ${owner}`;
  if (!('content' in node)) return;
  for (const child of node.content as CstNode[]) {
    if (child.container !== node) yield `${indent}  a stranger`;
    yield* cstLines(child, `${indent} `);
  }
}

/** The lists of a root stand in the order in which they were begun, which says nothing. */
function* astLines(node: AstNode, indent: string): Iterable<string> {
  yield `${indent}${node.$type} ${node.$containerProperty}@${node.$containerIndex} ${node.$cstNode?.offset}`;
  for (const [key, value] of Object.entries(node as object).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (key.startsWith('$')) continue;
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) yield* partLines(part, key, node, `${indent} `);
  }
}

function* partLines(part: unknown, key: string, owner: AstNode, indent: string): Iterable<string> {
  if (typeof part !== 'object' || part === null) {
    yield `${indent}${key} ${String(part)}`;
  } else if ('$refText' in part) {
    yield `${indent}${key} -> ${String(part.$refText)} ${('$refNode' in part && (part.$refNode as CstNode | undefined)?.offset) || 0}`;
  } else {
    const child = part as AstNode;
    if (child.$container !== owner) yield `${indent}${key} a stranger`;
    yield* astLines(child, indent);
  }
}
