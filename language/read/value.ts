import type * as ast from '../generated/ast.js';
import { isDateValue, isDurationValue, isIntValue, isTextValue, isWordValue } from '../generated/ast.js';
import type { Operand } from '../model/condition.js';
import type { Value, ValueType } from '../model/value.js';
import { written } from '../parsing/written.js';

const day = 86_400;
/** Seconds of one unit; a month is a twelfth of 365 days. */
const seconds: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day,
  month: (365 * day) / 12,
  year: 365 * day,
};

export function readValue(value: ast.Value | undefined): Value | undefined {
  if (value === undefined) return undefined;
  if (isIntValue(value)) return { kind: 'integer', number: value.number };
  if (isDurationValue(value)) {
    const unit = seconds[value.unit.replace(/s$/, '')] ?? 0;
    return { kind: 'duration', seconds: value.amount * unit, written: `${value.amount} ${value.unit}` };
  }
  if (isTextValue(value)) return { kind: 'text', text: value.text };
  if (isDateValue(value)) return { kind: 'date', date: value.date };
  if (isWordValue(value)) return written(value.word) === undefined ? undefined : { kind: 'word', word: value.word };
  return undefined;
}

/** The right side of a comparison: a word that the attribute cannot hold, but that names an attribute of its type, is that attribute. */
export function readOperand(
  value: ast.Value | undefined,
  attribute: string,
  typeOf: (attribute: string) => ValueType | undefined,
): Operand | undefined {
  const read = readValue(value);
  if (read?.kind !== 'word') return read;
  const type = typeOf(attribute);
  if (type?.kind === 'words' && type.words.includes(read.word)) return read;
  if (type?.kind === 'boolean' && (read.word === 'true' || read.word === 'false')) return read;
  const other = typeOf(read.word);
  return other !== undefined && type !== undefined && sameType(type, other) ? { kind: 'attribute', attribute: read.word } : read;
}

function sameType(a: ValueType, b: ValueType): boolean {
  if (a.kind !== 'words' || b.kind !== 'words') return a.kind === b.kind;
  return a.words.join('|') === b.words.join('|');
}
