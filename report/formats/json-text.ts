import { wellFormed } from '../clean.js';
import { Lazily } from './lazily.js';

type Layout = 'indented' | 'compact';

/** A value as the text of a JSON file. Halves of characters are no Unicode: strict readers refuse a file with them. */
export function jsonText(value: unknown, layout: Layout = 'indented'): string {
  return [...jsonPieces(value, layout)].join('');
}

/** How deep a value is taken apart; what lies deeper is written at once. */
const depth = 6;

/** The same text piece by piece: members of what is made lazily are made, written and forgotten one after the other. */
export function* jsonPieces(value: unknown, layout: Layout = 'indented'): Iterable<string> {
  yield* piecesOf(value, layout === 'indented' ? '\n' : '', depth);
  yield '\n';
}

/** `line` is what starts a line of the value: nothing where all stands on one. */
function* piecesOf(value: unknown, line: string, deeper: number): Iterable<string> {
  if (value instanceof Lazily) yield* listPieces(value as Iterable<unknown>, line, 0);
  else if (deeper === 0 || typeof value !== 'object' || value === null) yield whole(value, line);
  else if (Array.isArray(value)) yield* listPieces(value, line, deeper - 1);
  else yield* objectPieces(value, line, deeper - 1);
}

function* listPieces(members: Iterable<unknown>, line: string, deeper: number): Iterable<string> {
  const inner = deeperLine(line);
  let isFirst = true;
  for (const member of members) {
    yield `${isFirst ? '[' : ','}${inner}`;
    yield* piecesOf(member, inner, deeper);
    isFirst = false;
  }
  yield isFirst ? '[]' : `${line}]`;
}

function* objectPieces(value: object, line: string, deeper: number): Iterable<string> {
  const inner = deeperLine(line);
  let isFirst = true;
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${isFirst ? '{' : ','}${inner}${escaped(JSON.stringify(key))}:${line === '' ? '' : ' '}`;
    yield* piecesOf(member, inner, deeper);
    isFirst = false;
  }
  yield isFirst ? '{}' : `${line}}`;
}

function deeperLine(line: string): string {
  return line === '' ? '' : `${line}  `;
}

function whole(value: unknown, line: string): string {
  const clean = (_: string, inner: unknown): unknown =>
    typeof inner === 'string' ? wellFormed(inner) : inner instanceof Lazily ? [...(inner as Iterable<unknown>)] : inner;
  // What a list holds where there is nothing is null.
  const text = escaped(JSON.stringify(value ?? null, clean, line === '' ? undefined : 2));
  // A line break is no part of a text in JSON: each one starts a line.
  return line === '' ? text : text.replaceAll('\n', line);
}

/** The same value, whoever shows the file: the marks of direction, and what collects logs takes for a command, stand there by number. */
function escaped(json: string): string {
  return json
    .replace(/[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/##(?=(?:vso)?\[)/g, '#\\u0023');
}
