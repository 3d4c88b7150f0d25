// The work list over the protocol, with the baseline of the project.
import assert from 'node:assert/strict';
import type { WorkListAnswer, WorkListChoices, WorkRow } from '../../../server/protocol/work-list.js';
import { Session } from '../in-process.js';

const rules = `define component box "Box"
define control lid "Lid" on component
define requirement shut "Boxes are shut" { severity high applies to component where is box needs lid }
define profile plain "Plain" { includes shut }
`;
const baseline = JSON.stringify({
  schema: 'meterlint-baseline/1',
  version: '0.1.0',
  requirements: ['shut'],
  findings: [{ id: 'shop/shut/a', state: 'missing', severity: 'high' }],
});
const shop = 'design shop "Shop" { profile plain }\ncomponent a is box\ncomponent b is box\n';

const told = ({ lead, label, description }: WorkRow) => `${lead ?? ''} · ${label} | ${description}`;

describe('requests of the work list', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({
      'rules.meter': rules,
      'shop.meter': shop,
      'meterlint.json': '{ "baseline": "known.json" }',
      'known.json': baseline,
    });
  });
  after(() => {
    session.stop();
  });
  const ask = (onlyNew: boolean, path: readonly string[] = []) =>
    session.request<WorkListAnswer>('meterlint/workList', {
      by: 'requirement',
      filter: { designs: [], severities: [], onlyNew, text: '' },
      path,
    });

  it('tell what the baseline does not know', async () => {
    const all = await ask(false);
    assert.deepEqual(all.rows.map(told), ['a, b · Boxes are shut | high · new', ' · To be stated | 1']);
    assert.equal(all.words, '2 findings');
    const fresh = await ask(true);
    assert.deepEqual(fresh.rows.map(told), ['b · Boxes are shut | high · new', ' · To be stated | 1']);
    assert.deepEqual([fresh.open, fresh.all], [1, 2]);
  });

  it('say what may be chosen', async () => {
    const { groupings, severities, designs, hasBaseline } = await session.request<WorkListChoices>('meterlint/workListChoices', {});
    assert.deepEqual(
      groupings.map(({ id }) => id),
      ['requirement', 'element', 'zone', 'party', 'standard', 'harm', 'severity'],
    );
    assert.equal(severities[0]!.label, '■ critical');
    assert.deepEqual(designs, [
      { id: 'file:///ws/shop.meter', label: 'Shop', description: '2 findings (2 high)', files: ['file:///ws/shop.meter'] },
    ]);
    assert.equal(hasBaseline, true);
  });

  it('follow an edit', async () => {
    await session.open('shop.meter');
    await session.change('shop.meter', shop.replace('component b is box', 'component b is box { control lid }'));
    assert.equal((await ask(false)).open, 1);
  });
});
