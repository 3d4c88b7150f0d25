import fc from 'fast-check';
import type { Value, ValueType } from '../../../language/model/index.js';

/** The file that generated designs say they stand in. */
export const nowhere = 'file:///generated.meter';

export const today = '2027-03-15';

/** Short pools, so that names meet. The named component kinds and the control are those that the engine knows. */
export const componentKinds = ['person', 'trusted-end-point', 'external-party', 'back-end-system', 'box', 'meter', 'relay-box'];
export const zoneKinds = ['site', 'street', 'back-office'];
export const dataClasses = ['secret', 'reading', 'order'];
export const services = ['service', 'polling', 'switching'];
export const controls = ['sealing', 'encryption', 'signing', 'logging'];
export const mechanisms = ['wire', 'tunnel', 'suite', 'vault'];
export const requirementNames = ['q0', 'q1', 'q2', 'q3'];

const words = { kind: 'words', words: ['low', 'mid', 'top'] } as const;

/** Two of a type where one may be compared with the other. */
export const attributeTypes: Readonly<Record<string, ValueType>> = {
  size: { kind: 'integer' },
  limit: { kind: 'integer' },
  age: { kind: 'duration' },
  built: { kind: 'date' },
  mode: words,
  level: words,
  locked: { kind: 'boolean' },
  label: { kind: 'text' },
  party: { kind: 'words', words: ['utility', 'partner'] },
};

export const attributes = Object.keys(attributeTypes);

const durations: readonly Value[] = [
  { kind: 'duration', seconds: 60, written: '1 minute' },
  { kind: 'duration', seconds: 60, written: '60 seconds' },
  { kind: 'duration', seconds: 3600, written: '1 hour' },
];

const written: Readonly<Record<ValueType['kind'], readonly Value[]>> = {
  integer: [1, 2, 3].map((number) => ({ kind: 'integer', number })),
  duration: durations,
  date: ['2027-01-01', today, '2027-09-30'].map((date) => ({ kind: 'date', date })),
  words: [],
  boolean: ['true', 'false'].map((word) => ({ kind: 'word', word })),
  text: ['a', 'b'].map((text) => ({ kind: 'text', text })),
};

export function valueFor(attribute: string): fc.Arbitrary<Value> {
  const type = attributeTypes[attribute]!;
  if (type.kind === 'words') return fc.constantFrom(...type.words.map((word): Value => ({ kind: 'word', word })));
  return fc.constantFrom(...written[type.kind]);
}

/** A few names of a pool, each once. */
export function some(pool: readonly string[], most: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...pool), { maxLength: most });
}

export function maybe<T>(arbitrary: fc.Arbitrary<T>, yes: number, no: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: no, arbitrary: fc.constant(undefined) }, { weight: yes, arbitrary });
}
