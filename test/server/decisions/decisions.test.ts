// Decisions and plans as a view lists them, and what its actions write.
import assert from 'node:assert/strict';
import type { DecisionEdit, DecisionForm, DecisionsAnswer } from '../../../server/protocol/decisions.js';
import { Session } from '../in-process.js';

const rules = `define component box "Box"
define component chest "Chest" is box
define control lid "Lid" on component
define control seal "Seal" on component
define requirement shut "Boxes are shut" { severity high applies to component where is box needs lid }
define requirement sealed "Boxes are sealed" { severity low applies to component where is box needs seal }
define profile plain "Plain" { includes shut, sealed accept needs until, by }
`;
// The day of the session is 2027-03-15.
const shop = `design shop "Shop" { profile plain owner "Shop office" }
component a is box {
    control lid planned for 2027-03-14
    control seal planned
}
component b is box { control seal planned for 2027-04-01 evidence "order 7" }
component c is box
component d is box
component e is chest
accept shut on b until 2027-03-15 because "old" by "CISO"
accept shut on c until 2027-03-12 because "older" by "CISO"
accept sealed on d until 2027-09-01 because "no owner"
exclude shut on every chest because "x"
exclude shut, sealed on d because "it has no lid"
`;

describe('decisions', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'rules.meter': rules, 'shop.meter': shop });
    await session.open('shop.meter');
  });
  after(() => {
    session.stop();
  });
  beforeEach(() => session.change('shop.meter', shop));
  const ask = () => session.request<DecisionsAnswer>('meterlint/decisions', {});
  const rows = async () => {
    const { groups } = await ask();
    return groups.flatMap(({ label, rows: own }) => own.map((row) => ({ label, row })));
  };
  /** The text after a change of the row that says this. */
  const textAfter = async (told: string, change: string, until?: string) => {
    const found = (await rows()).find(({ row }) => `${row.label}: ${row.description}` === told);
    assert.ok(found, told);
    const edit = await session.request<DecisionEdit | null>('meterlint/changeDecision', { id: found.row.id, change, until });
    return applied(edit);
  };
  const applied = (edit: DecisionEdit | null) => {
    assert.ok(edit);
    const [[uri, edits]] = Object.entries(edit.changes) as [[string, DecisionEdit['changes'][string]]];
    assert.equal(uri, session.uri('shop.meter'));
    const lines = shop.split('\n');
    const at = ({ line, character }: { line: number; character: number }) =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return [...edits]
      .sort((one, other) => at(other.range.start) - at(one.range.start))
      .reduce((text, { range, newText }) => text.slice(0, at(range.start)) + newText + text.slice(at(range.end)), shop);
  };

  it('stand with what is over its day on top, and what ends first before the others', async () => {
    assert.deepEqual(
      (await rows()).map(({ label, row }) => `${label} | ${row.label} | ${row.description}`),
      [
        'Overdue | shut on c | accepted · ended 3 days ago · CISO',
        'Overdue | lid on a | planned · ended 1 day ago · Shop office',
        'Without effect | sealed on d | accepted · incomplete · no owner',
        'Accepted | shut on b | last day · CISO',
        'Excluded | shut on every chest | no end',
        'Excluded | shut +1 on d | no end',
        'Planned | seal on b | 17 days left · Shop office',
        'Planned | seal on a | no day · Shop office',
      ],
    );
    const { words, overdue } = await ask();
    assert.deepEqual([words, overdue], ['4 in force (the next ends on 2027-03-15, last day), 1 past, 1 incomplete, 3 planned', 2]);
  });

  it('keep their ids when their day changes or something moves', async () => {
    const before = (await rows()).map(({ row: { id } }) => id).sort();
    await session.change('shop.meter', `// a line\n${shop.replace('2027-03-12', '2028-03-12')}`);
    assert.deepEqual((await rows()).map(({ row: { id } }) => id).sort(), before);
  });

  it('are renewed where their day stands, and where none stands yet', async () => {
    assert.equal(
      await textAfter('shut on c: accepted · ended 3 days ago · CISO', 'renew', '2027-06-13'),
      shop.replace('until 2027-03-12', 'until 2027-06-13'),
    );
    assert.equal(
      await textAfter('seal on a: no day · Shop office', 'renew', '2027-09-30'),
      shop.replace('seal planned\n', 'seal planned for 2027-09-30\n'),
    );
    const offered = (await rows()).map(({ row }) => row.renewed);
    // Ninety days, and the end of a month half a year on; an exclusion for good needs none.
    assert.deepEqual(offered, ['2027-06-13', '2027-09-30', '2027-06-13', '2027-06-13', undefined, undefined, '2027-09-30', '2027-09-30']);
  });

  it('are revoked with their line, a plan with the body that it leaves empty', async () => {
    assert.equal(
      await textAfter('shut on c: accepted · ended 3 days ago · CISO', 'revoke'),
      shop.replace('accept shut on c until 2027-03-12 because "older" by "CISO"\n', ''),
    );
    assert.equal(
      await textAfter('seal on b: 17 days left · Shop office', 'revoke'),
      shop.replace('component b is box { control seal planned for 2027-04-01 evidence "order 7" }', 'component b is box'),
    );
  });

  it('say of a plan that it is done', async () => {
    assert.equal(
      await textAfter('seal on b: 17 days left · Shop office', 'done'),
      shop.replace('seal planned for 2027-04-01 evidence', 'seal evidence'),
    );
    assert.equal(await textAfter('seal on a: no day · Shop office', 'done'), shop.replace('seal planned\n', 'seal\n'));
  });

  it('are written behind their element with what a form asked for', async () => {
    const subject = { uri: session.uri('shop.meter'), finding: 'shop/sealed/c' };
    const form = await session.request<DecisionForm | null>('meterlint/decisionForm', subject);
    assert.deepEqual(form, {
      title: "Boxes are sealed, component 'c'",
      today: '2027-03-15',
      until: '2027-06-13',
      demands: ['until', 'by'],
      file: session.uri('shop.meter'),
    });
    const edit = await session.request<DecisionEdit | null>('meterlint/decide', {
      ...subject,
      verb: 'accept',
      because: 'a "seal" comes',
      by: 'CISO',
      until: '2027-05-01',
    });
    const written = 'component c is box\naccept sealed on c until 2027-05-01 because "a \\"seal\\" comes" by "CISO"';
    assert.equal(applied(edit), shop.replace('component c is box', written));
  });
});
