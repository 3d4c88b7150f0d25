import type { Operator } from '../model/condition.js';
import type { Value } from '../model/value.js';

/** Values of different types are unequal and in no order; words and texts have no order. */
export function compareValues(left: Value, operator: Operator, right: Value): boolean {
  const a = comparable(left);
  const b = comparable(right);
  const same = a.type === b.type;
  if (operator === 'mentions') return same && a.type === 'word' && String(a.key).toLowerCase().includes(String(b.key).toLowerCase());
  if (operator === '=') return same && a.key === b.key;
  if (operator === '!=') return !same || a.key !== b.key;
  if (!same || a.type === 'word') return false;
  switch (operator) {
    case '<':
      return a.key < b.key;
    case '<=':
      return a.key <= b.key;
    case '>':
      return a.key > b.key;
    case '>=':
      return a.key >= b.key;
  }
}

/** A value as what it is compared by: durations by their length, texts and words alike. */
export function comparable(value: Value): { readonly type: 'integer' | 'duration' | 'date' | 'word'; readonly key: number | string } {
  switch (value.kind) {
    case 'integer':
      return { type: 'integer', key: value.number };
    case 'duration':
      return { type: 'duration', key: value.seconds };
    case 'date':
      return { type: 'date', key: value.date };
    case 'text':
      return { type: 'word', key: value.text };
    case 'word':
      return { type: 'word', key: value.word };
  }
}
