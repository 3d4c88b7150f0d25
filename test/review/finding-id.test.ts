import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingId, namesInId } from '../../review/index.js';

const name = fc.stringMatching(/^[\p{L}\d][\p{L}\d.-]{0,8}$/u);

describe('the id of a finding', () => {
  it('says again what it was made of', () => {
    fc.assert(
      fc.property(fc.record({ design: name, requirement: name, element: name }, { noNullPrototype: true }), (names) => {
        assert.deepEqual(namesInId(findingId(names)), names);
      }),
    );
  });

  it('is read whatever stands in a file: what is missing is empty, what is too much belongs to the element', () => {
    assert.deepEqual(namesInId(''), { design: '', requirement: '', element: '' });
    assert.deepEqual(namesInId('d'), { design: 'd', requirement: '', element: '' });
    assert.deepEqual(namesInId('d/r/e/f'), { design: 'd', requirement: 'r', element: 'e/f' });
  });
});
