import fc from 'fast-check';
import { conditionWords } from '../../../language/semantics/index.js';
import type { Condition, Operand, Operator, Relation, RelationName, Value } from '../../../language/model/index.js';
import {
  attributes,
  attributeTypes,
  componentKinds,
  controls,
  dataClasses,
  maybe,
  mechanisms,
  services,
  valueFor,
  zoneKinds,
} from './names.js';

export const relationNames: readonly RelationName[] = [
  'flow',
  'incoming flow',
  'outgoing flow',
  'link',
  'hop',
  'first hop',
  'last hop',
  'end',
  'relay',
  'neighbour',
  'data',
  'component',
  'holder',
  'zone',
  'protocol',
];

const within: fc.Arbitrary<Relation['within']> = fc.oneof(
  { weight: 7, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant({ kind: 'design' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'same zone' } as const) },
  { weight: 1, arbitrary: fc.constantFrom(...attributes).map((attribute) => ({ kind: 'same attribute', attribute }) as const) },
);

export const relation: fc.Arbitrary<Relation> = fc.record({ name: fc.constantFrom(...relationNames), within });

const operator = fc.constantFrom<Operator>('=', '!=', '<', '<=', '>', '>=', 'mentions');

/** A value of the attribute's type, another attribute of that type, rarely a value of any type. */
function operandFor(attribute: string): fc.Arbitrary<Operand> {
  const type = JSON.stringify(attributeTypes[attribute]);
  const twins = attributes.filter((other) => JSON.stringify(attributeTypes[other]) === type);
  return fc.oneof(
    { weight: 5, arbitrary: valueFor(attribute) },
    { weight: 2, arbitrary: fc.constantFrom(...twins).map((other): Operand => ({ kind: 'attribute', attribute: other })) },
    { weight: 1, arbitrary: fc.constantFrom(...attributes).chain<Value>(valueFor) },
  );
}

const compare = fc
  .constantFrom(...attributes)
  .chain((attribute) =>
    fc.record({ kind: fc.constant('compare' as const), attribute: fc.constant(attribute), operator, operand: operandFor(attribute) }),
  );

const ordered = attributes.filter((attribute) => ['integer', 'duration', 'date'].includes(attributeTypes[attribute]!.kind));

const extreme = fc.constantFrom(...ordered).chain((attribute) =>
  fc.record({
    kind: fc.constant('extreme' as const),
    extreme: fc.constantFrom('least' as const, 'greatest' as const),
    attribute: fc.constant(attribute),
    relation,
    operator,
    operand: operandFor(attribute),
  }),
);

const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('is' as const), name: fc.constantFrom(...componentKinds, ...zoneKinds, ...dataClasses, ...services) }),
  fc.record({ kind: fc.constantFrom('carries' as const, 'stores' as const), dataClass: fc.constantFrom(...dataClasses) }),
  fc.record({ kind: fc.constant('sees' as const), dataClass: fc.constantFrom(...dataClasses) }),
  fc.record({
    kind: fc.constantFrom('touches' as const, 'from' as const, 'to' as const, 'via' as const),
    componentKind: fc.constantFrom(...componentKinds),
  }),
  fc.record({ kind: fc.constant('run by' as const), componentKind: fc.constantFrom(...componentKinds) }),
  fc.record({ kind: fc.constant('opened by' as const), componentKind: fc.constantFrom(...componentKinds) }),
  fc.record({ kind: fc.constant('in' as const), zoneKind: fc.constantFrom(...zoneKinds) }),
  fc.record({ kind: fc.constant('crosses' as const), border: fc.constantFrom('zone' as const, 'party' as const) }),
  fc.record({
    kind: fc.constant('over' as const),
    mechanism: fc.constantFrom(...mechanisms),
    outer: maybe(fc.constantFrom(...mechanisms), 1, 1),
  }),
  fc.record({ kind: fc.constant('has' as const), control: fc.constantFrom(...controls) }),
  fc.constant({ kind: 'accepted' as const }),
  fc.constant({ kind: 'ours' as const }),
  compare,
  compare,
  fc.record({ kind: fc.constant('set' as const), attribute: fc.constantFrom(...attributes) }),
  extreme,
);

function quantified(inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.record({
    kind: fc.constant('quantified' as const),
    quantifier: fc.constantFrom('some' as const, 'every' as const, 'no' as const, 'at least' as const),
    least: fc.integer({ min: 0, max: 3 }),
    relation,
    condition: maybe(inner, 4, 1),
  });
}

/** A condition by a name that says what it stands for, so that one name never stands for two. */
function named(inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return inner.map((condition) => {
    const letters = Array.from(conditionWords(condition)).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 2 ** 40, 7);
    return { kind: 'named' as const, name: `named-${letters.toString(36)}`, title: undefined, condition };
  });
}

/** What may stand alone in a need, where `and` and `or` are the need's own. */
function predicate(inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.oneof(
    { weight: 6, arbitrary: simple },
    { weight: 3, arbitrary: quantified(inner) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('source' as const, 'target' as const, 'design' as const), condition: inner }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), operand: inner }) },
    { weight: 1, arbitrary: named(inner) },
  );
}

function joined(inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const group = fc.record({
    kind: fc.constantFrom('and' as const, 'or' as const),
    operands: fc.array(inner, { minLength: 2, maxLength: 3 }),
  });
  return fc.oneof({ weight: 2, arbitrary: predicate(inner) }, { weight: 1, arbitrary: group });
}

const shallow = joined(simple);
export const test: fc.Arbitrary<Condition> = predicate(shallow);
export const condition: fc.Arbitrary<Condition> = joined(joined(simple));
