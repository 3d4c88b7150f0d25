import assert from 'node:assert/strict';
import { nearestOf, nearOf } from '../../language/wellformed/nearest.js';
import { quotedNear } from '../../language/wellformed/words/lists.js';

const mechanisms = [
  'gprs',
  'gbcs-message',
  'lte',
  'private-lte',
  'tls',
  'tls-1.2',
  'tls-1.3',
  'mutual-tls',
  'sms',
  'dlms',
  'hsm-partition',
];
const everyday: Readonly<Record<string, readonly string[]>> = {
  'tls-1.3': ['https', 'HTTP over TLS'],
  tls: ['https'],
  lte: ['4g', 'mobile network'],
};
const near = (word: string) => nearOf(word, mechanisms, (name) => everyday[name] ?? []);

describe('the nearest names', () => {
  const cases: readonly (readonly [word: string, ...expected: string[]])[] = [
    // By itself: capitals and dashes are no difference.
    ['TLS_1.3', "'tls-1.3' same"],
    // By part and beginning, before letters: half of the letters of a name of four make another name.
    ['gbcs', "'gbcs-message' part"],
    ['partition', "'hsm-partition' part"],
    ['LTE', "'lte' same"],
    // By what it is called.
    ['https', '\'tls\' ("https") called', '\'tls-1.3\' ("https") called'],
    ['http-over-tls', '\'tls-1.3\' ("HTTP over TLS") called'],
    ['4G', '\'lte\' ("4g") called'],
    ['mobile', '\'lte\' ("mobile network") called'],
    // By letters, a third of them at most.
    ['dlsm', "'dlms' slip"],
    ['mutal-tls', "'mutual-tls' slip"],
    ['gbrs', "'gprs' slip"],
    ['xbxs'],
    ['ab'],
    ['x'],
    [''],
    ['-'],
  ];
  for (const [word, ...expected] of cases) {
    it(`of '${word}' are ${expected.length === 0 ? 'none' : expected.join(', ')}`, () => {
      assert.deepEqual(
        near(word).map((one) => `${quotedNear([one])} ${one.by}`),
        expected,
      );
    });
  }

  it('are at most as many as are asked for, the likeliest first', () => {
    const many = ['meter-a', 'meter-bc', 'own-meter', 'metering', 'metre'];
    assert.deepEqual(nearestOf('meter', many, 9), ['own-meter', 'meter-a', 'meter-bc', 'metering', 'metre']);
    assert.deepEqual(nearestOf('meter', many, 1), ['own-meter']);
  });
});
