import { splits } from './changes/splits.js';
import { holds } from './support/held.js';
import { differences } from './support/verdicts.js';

describe('one component of which there are many, drawn as two of the same kind', function () {
  this.timeout(0);

  it('changes no verdict: both halves are judged as the whole was, and everything else as before', () =>
    holds({ mutations: splits, broken: differences }));
});
