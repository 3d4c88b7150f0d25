import assert from 'node:assert/strict';
import { review, withoutEffect } from '../../review/index.js';
import { told } from '../../review/declarations.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';

/** Controls of one box, of its links and of the flows through it, and an attribute that only makes a gap worse. */
const words = `
define control lock
define control guard
define control seal
define attribute exposed "Exposed" : boolean default false
define attribute colour "Colour" : text
define mechanism padlock "Padlock" { provides lock }
define mechanism old-lock "Old lock" { weak lock because "it is old" }
define mechanism worn-lock "Worn lock" { weak lock because "it is worn" }
define component box "Box"
`;

async function idleIn(requirement: string, text: string): Promise<string[]> {
  const catalogue = `${words}\ndefine requirement safe "Safe" { ${requirement} }\ndefine profile plain "Plain" { includes safe }`;
  const files = { 'own.meter': catalogue, 'plan.meter': `design plan { profile plain }\n${text}` };
  const workspace = await createWorkspace(files, { catalogue: false });
  assert.deepEqual(syntaxErrors(workspace), []);
  const [design] = workspace.shared.meter.Designs.all().filter(({ files: [first] }) => first!.endsWith('plan.meter'));
  return withoutEffect(review(design!, '2026-11-24')).map(told);
}

describe('a declaration without effect', () => {
  const cases: readonly (readonly [name: string, requirement: string, text: string, idle: readonly string[]])[] = [
    [
      'is none that closes a part of a finding that stays open',
      'severity high applies to component needs lock and guard',
      'component a is box { control lock }',
      [],
    ],
    [
      'is none that closes one way out of several parts of one',
      'severity high applies to component needs (lock and guard) or seal',
      'component a is box { control lock }',
      [],
    ],
    [
      'is none that covers one of two open hops',
      'severity high applies to flow needs lock on flow',
      'component a is box\ncomponent b is box\ncomponent c is box\nlink l: a -> b\nlink m: b -> c\nflow f: a -> b -> c over padlock to b',
      [],
    ],
    [
      'is one that covers a hop which another layer covers, too',
      'severity high applies to flow needs lock on flow',
      'component a is box\ncomponent b is box\ncomponent c is box\nlink l: a -> b\nlink m: b -> c\nflow f: a -> b -> c over padlock { control lock from b }',
      ['f: control lock'],
    ],
    [
      'is no attribute that makes a gap worse',
      'severity high where exposed = true else low applies to component needs lock',
      'component a is box { exposed = true }',
      [],
    ],
    [
      'is no attribute that would make a gap worse where there is none yet',
      'severity high where exposed = true else low applies to component needs lock',
      'component a is box { exposed = true control lock }',
      [],
    ],
    [
      'is an attribute that nothing asks for',
      'severity high where exposed = true else low applies to component needs lock',
      'component a is box { colour = "red" control lock }',
      ['a: attribute colour'],
    ],
    [
      'is none of two weak mechanisms that a finding names both',
      'severity high applies to component needs lock',
      'component a is box { uses old-lock uses worn-lock }',
      [],
    ],
    [
      'is each of two weak statements that say the same',
      'severity high applies to component needs lock',
      'component a is box { uses old-lock uses old-lock }',
      ['a: uses old-lock', 'a: uses old-lock'],
    ],
    [
      'is a weak mechanism beside a sound one',
      'severity high applies to component needs lock',
      'component a is box { uses old-lock uses padlock }',
      ['a: uses old-lock'],
    ],
    [
      'is none that decides whether anything is asked',
      'severity high applies to component where exposed = true needs lock',
      'component a is box { exposed = true control lock }',
      [],
    ],
    [
      'is a control that stands where no place of the need leads',
      'severity high applies to component needs lock on every link',
      'component a is box { control lock }',
      ['a: control lock'],
    ],
    [
      'is none that gives an unplaced need its place',
      'severity high applies to component needs lock on every link that has guard',
      'component a is box\ncomponent b is box\nlink l: a -> b { control guard }',
      [],
    ],
    [
      'is no plan with a day of its own',
      'severity high applies to component needs lock',
      'component a is box { control lock planned for 2027-03-01 control lock planned for 2028-03-01 }',
      [],
    ],
    [
      'is no control of one end where the other end is open in the same gap',
      'severity high applies to link needs lock on source and lock on target',
      'component a is box { control lock }\ncomponent b is box\nlink l: a -> b',
      [],
    ],
  ];
  for (const [name, requirement, text, idle] of cases) {
    it(name, async () => {
      assert.deepEqual(await idleIn(requirement, text), idle);
    });
  }
});
