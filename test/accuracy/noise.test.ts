import assert from 'node:assert/strict';
import { review } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';
import { goodDesigns, reviewDate, weakDesigns } from './designs.js';
import { doublesIn, noise, type Noise } from './noise.js';

const mostForAnElement = 2;
/** Those of the hardened example, which `test/review/matrix.test.ts` lists. */
const known = { design: 'examples/hardened.meter', findings: 4 };

describe('the noise of a review', () => {
  let rows: ReadonlyMap<string, Noise>;

  before(async () => {
    rows = new Map((await noise()).map((row) => [row.design, row]));
  });

  const rowsOf = (designs: readonly { readonly name: string }[]) => designs.map(({ name }) => rows.get(name)!);

  it('is at most two findings for each element of a weak design, on average', () => {
    // The reference architectures with one fault each are quiet; first drafts are what is loud.
    const weak = rowsOf(weakDesigns().filter(({ name }) => !name.startsWith('examples/reference/')));
    const average = weak.reduce((sum, { ratio }) => sum + ratio, 0) / weak.length;
    const loudest = [...weak].sort((a, b) => b.ratio - a.ratio).slice(0, 5);
    const told = loudest.map(({ design, ratio }) => `${design} ${ratio.toFixed(2)}`).join(', ');
    assert.ok(average <= mostForAnElement, `${average.toFixed(2)} findings for each element; most in ${told}`);
  });

  it('is nothing in a good design, but for the known findings of the hardened example', () => {
    for (const { design, findings } of rowsOf(goodDesigns())) {
      assert.equal(findings, design === known.design ? known.findings : 0, design);
    }
  });

  it('has no two findings that ask for the same in the same place', () => {
    const doubles = [...rows.values()].flatMap((row) => row.doubles.map((double) => `${row.design}: ${double}`));
    assert.deepEqual(doubles, []);
  });

  it('is measured by what has to be closed, not by what stands among alternatives', async () => {
    const own = `
      define control lock on component
      define control guard on component
      define component box
      define requirement shut { severity high applies to component where is box needs lock and guard }
      define requirement safe { severity high applies to component where is box needs lock needs guard or lock }
      define requirement seen { severity high applies to component where is box needs guard or lock }
      define profile plain { includes shut, safe, seen }
      design plan { profile plain }
      component crate is box`;
    const workspace = await createWorkspace({ 'plan.meter': own }, { catalogue: false });
    const [architecture] = workspace.shared.meter.Designs.all();
    assert.ok(architecture);
    assert.deepEqual(doublesIn(review(architecture, reviewDate)), ['lock@crate: safe on crate, shut on crate']);
  });
});
