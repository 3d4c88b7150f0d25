import type { Element, Flow, Layer, Link } from '../../language/model/index.js';
import type { ElementSource, SourceMap, SourceRange } from '../../language/source/index.js';
import type { Position, TextEdit } from '../fix.js';

function insertion(uri: string, at: Position, newText: string): TextEdit {
  return { uri, start: at, end: at, newText };
}

/** Puts other text in a place. */
export function inPlaceOf(range: SourceRange, newText: string): TextEdit {
  return { uri: range.uri, start: startOf(range), end: endOf(range), newText };
}

/** Fixes are made for the elements of a design as it is written. */
function sourceOf(sources: SourceMap, element: Element): ElementSource {
  const source = sources.sourceOf(element);
  if (source === undefined) throw new Error(`'${element.name}' stands in no text`);
  return source;
}

/** A body of more items than this has a line for each, as the formatter has it. */
const mostInLine = 2;

/** Adds statements to an element's body, and the body where there is none. */
export function intoBody(sources: SourceMap, element: Element, ...statements: readonly string[]): TextEdit[] {
  const { body, head, items } = sourceOf(sources, element);
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

export function settingInto(sources: SourceMap, element: Element, attribute: string, value: string): TextEdit[] {
  const before = element.settings.find((setting) => setting.attribute === attribute);
  if (before === undefined) return intoBody(sources, element, `${attribute} = ${value}`);
  return [inPlaceOf(sources.rangeOf(before), `${attribute} = ${value}`)];
}

/** Adds a clause to the head of a statement. */
export function intoHead(sources: SourceMap, element: Element, clause: string): TextEdit {
  const { head } = sourceOf(sources, element);
  return insertion(head.uri, endOf(head), ` ${clause}`);
}

/** Adds a statement of its own behind an element. */
export function behind(sources: SourceMap, element: Element, statement: string): TextEdit {
  const { extent } = sourceOf(sources, element);
  return insertion(extent.uri, endOf(extent), `\n${statement}`);
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
  sources: SourceMap,
  element: Link | Flow,
  mechanism: string,
  { replaces, bears }: LayerPlace,
  reaches: (layer: Layer) => boolean,
  bounds: string,
): TextEdit {
  const far = element.layers.flatMap((layer) => {
    const ranges = layer.stack.length > 0 && !layer.stack.includes(mechanism) && reaches(layer) ? sources.stackOf(layer) : undefined;
    return ranges === undefined ? [] : [{ stack: layer.stack, ranges }];
  });
  for (const { stack, ranges } of far) {
    const range = ranges[stack.findIndex((name) => name !== mechanism && replaces(name))];
    if (range !== undefined) return inPlaceOf(range, mechanism);
  }
  for (const { stack, ranges } of far) {
    const range = ranges[stack.findIndex(bears)];
    if (range !== undefined) return insertion(range.uri, startOf(range), `${mechanism}, `);
  }
  const top = far.at(-1)?.ranges.at(-1);
  if (top !== undefined) return insertion(top.uri, endOf(top), `, ${mechanism}`);
  return intoHead(sources, element, `over ${mechanism}${bounds}`);
}

function startOf(range: SourceRange): Position {
  return { line: range.startLine, column: range.startColumn, offset: range.startOffset };
}

function endOf(range: SourceRange): Position {
  return { line: range.endLine, column: range.endColumn, offset: range.endOffset };
}
