import type { Element, Flow, Link, Setting, SourceRange } from '../../language/model/index.js';
import { endOf, startOf, type Position, type TextEdit } from '../fix.js';

function insertion(uri: string, at: Position, newText: string): TextEdit {
  return { uri, start: at, end: at, newText };
}

/** A body of more items than this has a line for each, as the formatter has it. */
const mostInLine = 2;

/** Adds statements to an element's body, and the body where there is none. */
export function intoBody(element: Element, ...statements: readonly string[]): TextEdit[] {
  const { body, head, items } = element;
  const lines = (indent: string) => statements.map((statement) => `    ${statement}\n${indent}`).join('');
  if (body === undefined) return [insertion(head.uri, endOf(head), ` {\n${lines('')}}`)];
  const brace: Position = { line: body.endLine, column: body.endColumn - 1, offset: body.endOffset - 1 };
  if (body.startLine !== body.endLine) return [insertion(body.uri, brace, lines(' '.repeat(brace.column)))];
  if (items !== undefined && items.length + statements.length > mostInLine) return overLines(body, brace, items, lines(''));
  // `{}` has no space of its own; `{ x }` ends in one.
  const text = `${statements.join(' ')} `;
  return [insertion(body.uri, brace, body.endOffset - body.startOffset === 2 ? ` ${text}` : text)];
}

/** Breaks a body on one line up: a line for each item that stands there, then what is new. What stands between items, such as a comment, stays. */
function overLines(body: SourceRange, brace: Position, items: readonly SourceRange[], added: string): TextEdit[] {
  const { uri } = body;
  const line = '\n    ';
  const starts = items.map((item, index) => {
    const before = index === 0 ? body.startOffset + 1 : items[index - 1]!.endOffset;
    return afterSpace(uri, before, startOf(item), line);
  });
  const last = items.at(-1)?.endOffset ?? body.startOffset + 1;
  return [...starts, afterSpace(uri, last, brace, `\n${added}`)];
}

/** Puts text in the place of the one space before a position; where more than that stands there, behind it. */
function afterSpace(uri: string, from: number, end: Position, newText: string): TextEdit {
  const isSpace = end.offset - from === 1;
  const start = isSpace ? { ...end, column: end.column - 1, offset: end.offset - 1 } : end;
  return { uri, start, end, newText };
}

export function settingInto(element: Element, attribute: string, value: string): TextEdit[] {
  const before = element.settings.find((setting: Setting) => setting.attribute === attribute);
  if (before === undefined) return intoBody(element, `${attribute} = ${value}`);
  return [{ uri: before.range.uri, start: startOf(before.range), end: endOf(before.range), newText: `${attribute} = ${value}` }];
}

/** Adds a clause to the head of a statement. */
export function intoHead(element: Element, clause: string): TextEdit {
  return insertion(element.head.uri, endOf(element.head), ` ${clause}`);
}

/** Adds a statement of its own behind an element. */
export function behind(element: Element, statement: string): TextEdit {
  return insertion(element.extent.uri, endOf(element.extent), `\n${statement}`);
}

/** Where in a stack a mechanism goes, by what stands there. */
export interface LayerPlace {
  readonly replaces: (other: string) => boolean;
  /** Whether the other one runs over it. */
  readonly bears: (other: string) => boolean;
}

/**
 * Writes a mechanism as a layer: in the place of what it replaces, else beneath what runs over it, else on top of a stack that reaches
 * far enough, else as a layer of its own.
 */
export function asLayer(
  element: Link | Flow,
  mechanism: string,
  { replaces, bears }: LayerPlace,
  reaches: (layer: Link['layers'][number]) => boolean,
  bounds: string,
): TextEdit {
  const far = element.layers.filter(
    (layer) => layer.stackRanges !== undefined && layer.stack.length > 0 && !layer.stack.includes(mechanism) && reaches(layer),
  );
  for (const layer of far) {
    const index = layer.stack.findIndex((name) => name !== mechanism && replaces(name));
    const range = layer.stackRanges![index];
    if (range !== undefined) return { uri: range.uri, start: startOf(range), end: endOf(range), newText: mechanism };
  }
  for (const layer of far) {
    const range = layer.stackRanges![layer.stack.findIndex(bears)];
    if (range !== undefined) return insertion(range.uri, startOf(range), `${mechanism}, `);
  }
  const top = far.at(-1)?.stackRanges?.at(-1);
  if (top !== undefined) return insertion(top.uri, endOf(top), `, ${mechanism}`);
  return intoHead(element, `over ${mechanism}${bounds}`);
}
