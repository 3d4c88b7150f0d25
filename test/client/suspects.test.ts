import assert from 'node:assert/strict';
import { Suspects } from '../../client/suspects.js';

const text = (uri: string, content = 'design d') => ({ uri, getText: () => content });

describe('the text with which a server ended', () => {
  it('is the one that it was given last and did not say to have reviewed', () => {
    const suspects = new Suspects();
    for (const uri of ['a', 'b', 'a']) suspects.given(text(uri, `design ${uri}`));
    assert.equal(suspects.ended(), 'a');
    assert.deepEqual(suspects.all, [{ uri: 'a', text: 'design a' }]);
  });

  it('is none where all is reviewed, or was closed', () => {
    const suspects = new Suspects();
    suspects.given(text('a'));
    suspects.settled();
    suspects.given(text('b'));
    suspects.closed(text('b'));
    assert.equal(suspects.ended(), undefined);
    assert.deepEqual(suspects.all, []);
  });

  it('stays aside for every server after', () => {
    const suspects = new Suspects();
    suspects.given(text('a', 'one'));
    suspects.ended();
    suspects.given(text('b', 'two'));
    suspects.ended();
    assert.deepEqual(suspects.all, [
      { uri: 'a', text: 'one' },
      { uri: 'b', text: 'two' },
    ]);
  });
});
