import assert from 'node:assert/strict';
import { review, type Assessment } from '../../review/index.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';
import { removals } from './changes/removals.js';
import { implies } from './support/gaps.js';
import { losses } from './support/losses.js';

const date = '2026-11-24';

const catalogue = (requirements: string) => `
define control lock on component, link
define control guard on component, link
define mechanism padlock "Padlock" on component { provides lock }
define component box "Box"
${requirements}
define profile plain "Plain" { includes broad, narrow }
`;

const design = `
design plan { profile plain }
component a is box { uses padlock }
component b is box
link l: a <-> b
`;

/** What is lost of the findings when the one mechanism of the design is taken away. */
async function lost(requirements: string): Promise<string[]> {
  const workspace = await createWorkspace({ 'own.meter': catalogue(requirements), 'plan.meter': design }, { catalogue: false });
  assert.deepEqual(syntaxErrors(workspace), []);
  const [architecture] = workspace.shared.meter.Designs.all();
  assert.ok(architecture);
  const [mutation] = removals(architecture, ['uses']);
  assert.ok(mutation);
  const reviewed = (one: typeof architecture): Assessment => review(one, date);
  return losses(reviewed(architecture), reviewed(mutation.apply(architecture)!), mutation).map(
    ({ requirement, element, how }) => `${requirement} on ${element}: ${how}`,
  );
}

describe('a law finds', () => {
  it('a requirement that falls silent with the protection that it looks at', async () => {
    const found = await lost(`
define requirement broad "Broad" { severity high applies to component where has lock needs guard }
define requirement narrow "Narrow" { severity high applies to link needs lock }`);
    assert.deepEqual(found, ['broad on a: gone: not applicable, has lock']);
  });

  it('a severity that falls with it', async () => {
    const found = await lost(`
define requirement broad "Broad" { severity high where has lock else low applies to component needs guard }
define requirement narrow "Narrow" { severity high applies to link needs lock }`);
    assert.deepEqual(found, ['broad on a: milder: high becomes low']);
  });

  it('nothing where the finding is told by one that closes it in every way', async () => {
    const found = await lost(`
define requirement broad "Broad" { severity high applies to component needs guard }
define requirement narrow "Narrow" { severity high applies to component where not has lock needs guard and lock refines broad }`);
    assert.deepEqual(found, []);
  });
});

describe('one gap implies another', () => {
  const leaf = (control: string, element = 'a') =>
    ({
      kind: 'control',
      element,
      sort: 'component',
      control,
      state: 'missing',
      sources: [],
      hops: undefined,
      across: undefined,
      past: undefined,
      passing: undefined,
      stated: false,
      idle: [],
      unplaced: false,
      asked: undefined,
      places: [],
    }) as const;
  const all = (...gaps: ReturnType<typeof leaf>[]) => ({ kind: 'and', gaps }) as const;
  const any = (...gaps: ReturnType<typeof leaf>[]) => ({ kind: 'or', gaps }) as const;

  it('where every way of closing it closes the other', () => {
    assert.ok(implies(all(leaf('lock'), leaf('guard')), leaf('lock')));
    assert.ok(implies(leaf('lock'), any(leaf('lock'), leaf('guard'))));
    assert.ok(!implies(any(leaf('lock'), leaf('guard')), leaf('lock')));
    assert.ok(!implies(leaf('lock'), leaf('lock', 'b')));
  });
});
