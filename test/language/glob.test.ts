import assert from 'node:assert/strict';
import { compileGlob, globProblem } from '../../language/names/glob.js';

describe('a pattern for files', () => {
  const cases: readonly (readonly [glob: string, matching: readonly string[], others: readonly string[]])[] = [
    [
      'decisions/**',
      ['decisions/a.meter', 'decisions/x/y/a.meter'],
      ['a.meter', 'x/decisions/a.meter', 'decisions.meter', 'Decisions/a.meter'],
    ],
    ['decisions', ['decisions/a.meter', 'decisions/x/a.meter'], ['decisions.meter', 'x/decisions/a.meter']],
    ['./decisions/', ['decisions/a.meter'], ['a.meter']],
    ['waivers.meter', ['waivers.meter'], ['x/waivers.meter', 'waivers.meter2', 'xwaivers.meter']],
    ['**/waivers.meter', ['waivers.meter', 'a/b/waivers.meter'], ['a/waivers.meter.old', 'a/xwaivers.meter']],
    ['*', ['a.meter'], ['x/a.meter']],
    ['*.decisions.meter', ['a.decisions.meter'], ['x/a.decisions.meter', 'a.meter']],
    ['sites/*/decisions.meter', ['sites/north/decisions.meter'], ['sites/decisions.meter', 'sites/a/b/decisions.meter']],
    ['{risk,board}/*.meter', ['risk/a.meter', 'board/b.meter'], ['x/a.meter', 'risk/x/a.meter']],
    ['a?.meter', ['ab.meter', 'aé.meter'], ['a.meter', 'abc.meter', 'a/.meter']],
    ['Entscheidungen 電/**', ['Entscheidungen 電/ü.meter'], ['Entscheidungen/ü.meter']],
    ['a+b$^@c/**', ['a+b$^@c/x.meter'], ['aab$^@c/x.meter', 'b/x.meter']],
    ['.github/**', ['.github/x.meter'], ['github/x.meter']],
    ['**', ['a.meter', 'x/y/.z/a.meter'], []],
  ];
  for (const [glob, matching, others] of cases) {
    it(glob, () => {
      assert.equal(globProblem(glob), undefined);
      const matches = compileGlob(glob);
      assert.deepEqual([...matching, ...others].filter(matches), matching);
    });
  }

  it('refuses a path that is longer than any real one', () => {
    assert.equal(compileGlob('**')('x/'.repeat(300)), false);
  });

  const wrong: readonly (readonly [glob: string, problem: RegExp])[] = [
    ['', /is empty/],
    ['  ', /is empty/],
    ['a'.repeat(257), /longer than 256/],
    ['decisions\\*', /backslash: write \//],
    ['/decisions/**', /not relative/],
    ['C:/decisions', /not relative/],
    ['../decisions/**', /leads out/],
    ['a/../b', /leads out/],
    ['!designs/**', /no !/],
    ['+(a|b)/**', /no !, \(\)/],
    ['(a+)+/x', /no !, \(\)/],
    ['[ab]/**', /\[\]/],
    ['a|b', /and \|/],
    ['a**/b', /has \*\* beside/],
    ['**/a*/*b*/**', /more than 3 wildcards/],
    ['*a*a*a*b', /more than 3 wildcards/],
    ['{a,b}/{c,d}', /not one pair/],
    ['{a,{b,c}}', /not one pair/],
    ['{a,b', /not one pair/],
    ['}a,b{', /not one pair/],
    ['{a}', /without alternatives/],
    ['{1..9999,a}', /without alternatives/],
    [`{${Array.from({ length: 17 }, (_, index) => index).join(',')}}`, /more than 16 alternatives/],
  ];
  for (const [glob, problem] of wrong) {
    it(`says what is wrong with '${glob.slice(0, 30)}'`, () => {
      assert.match(globProblem(glob) ?? '', problem);
    });
  }
});
