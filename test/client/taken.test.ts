import assert from 'node:assert/strict';
import { taken } from '../../client/taken.js';

describe('what Enter takes of a list', () => {
  const [electricity, water, heat] = [
    { label: 'Electricity', description: 'meters on mains' },
    { label: 'Water', description: 'meters on a battery' },
    { label: 'Heat', description: 'meters of flats' },
  ];
  const all = [electricity, water, heat];

  it('is what is selected, where it has what was typed in its name or beside it', () => {
    assert.deepEqual(taken('', [water], all), [water]);
    assert.deepEqual(taken('wat', [water], all), [water]);
    assert.deepEqual(taken('BATTERY ', [water], all), [water]);
    assert.deepEqual(taken('heat', [{ label: 'Heat pump' } as typeof heat], all), [{ label: 'Heat pump' }]);
  });

  it('is what was named whole, where the list was not filtered yet', () => {
    assert.deepEqual(taken('Heat', [water], all), [heat]);
    assert.deepEqual(taken(' heat', [], all), [heat]);
  });

  it('stays where nothing of that name is there, or more than one', () => {
    assert.deepEqual(taken('Steam', [water], all), [water]);
    assert.deepEqual(taken('Heat', [water], [...all, { ...heat }]), [water]);
    assert.deepEqual(taken('Steam', [], all), []);
  });
});
