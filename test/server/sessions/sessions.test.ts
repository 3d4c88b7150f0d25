import assert from 'node:assert/strict';
import { playSession } from './session.js';

describe('random sessions of an editor', () => {
  for (let seed = 1; seed <= 6; seed++) {
    it(`end as a new server and the command line see the same files: seed ${seed}`, async () => {
      const { fresh } = await playSession(seed, 15);
      assert.equal(fresh, 4);
    });
  }
});
