import assert from 'node:assert/strict';
import {
  elementSorts,
  canBeAsked,
  compareStates,
  isAtLeast,
  isOpen,
  pressureOf,
  relationsFrom,
  sortAt,
  sortOfRelation,
  stateOrder,
  whereIs,
  worstSeverity,
  worstStatesFirst,
} from '../../../language/semantics/index.js';
import { severities } from '../../../language/model/index.js';
import type { HerePlaceName } from '../../../language/model/need.js';

describe('the one order of states and severities', () => {
  it('is total: of two different states one asks for more', () => {
    for (const one of stateOrder)
      for (const other of stateOrder) assert.equal(Math.sign(compareStates(one, other)), -Math.sign(compareStates(other, one)) || 0);
    assert.equal(new Set(stateOrder).size, 8);
    assert.deepEqual([...worstStatesFirst].sort(compareStates), worstStatesFirst);
  });

  it('puts what is open before what is not, and tells only open states apart by pressure', () => {
    const open = worstStatesFirst.filter(isOpen);
    assert.deepEqual(open, ['missing', 'weak', 'unknown', 'planned']);
    assert.deepEqual(worstStatesFirst.slice(0, open.length), open);
    assert.deepEqual(worstStatesFirst.map(pressureOf), [4, 3, 2, 1, 0, 0, 0, 0]);
  });

  it('knows the worst of some severities, and of none that there is none', () => {
    assert.equal(worstSeverity(['low', 'critical', 'info']), 'critical');
    assert.equal(worstSeverity([]), undefined);
    assert.deepEqual(
      severities.filter((one) => isAtLeast(one, 'medium')),
      ['critical', 'high', 'medium'],
    );
  });
});

describe('the one table of relations', () => {
  const words: readonly HerePlaceName[] = ['link', 'flow', 'path', 'source', 'target', 'both ends', 'zone', 'design', 'component', 'data'];

  it('says where each word of a need leads: to itself, along a relation of the table, or nowhere', () => {
    for (const subject of elementSorts) {
      for (const word of words) {
        const there = whereIs(word, subject);
        if (word === subject) assert.equal(sortAt(there, subject), subject);
        if (there.kind === 'every') assert.ok(relationsFrom(subject).includes(there.relation.name), `${word} of ${subject}`);
        if (there.kind === 'every') assert.equal(sortAt(there, subject), sortOfRelation[there.relation.name]);
        assert.equal(sortAt(there, subject) === undefined, there.kind === 'nowhere');
      }
    }
    assert.deepEqual(whereIs('link', 'flow'), { kind: 'every', relation: { name: 'hop', within: undefined } });
  });

  it('asks conditions about ends of links and flows only', () => {
    for (const kind of ['touches', 'from', 'to', 'source', 'target', 'crosses'] as const)
      assert.deepEqual(
        elementSorts.filter((sort) => canBeAsked(kind, sort)),
        ['link', 'flow'],
      );
  });
});
