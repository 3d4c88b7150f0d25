import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import type { CutAnswer, WayRow, WaysInAnswer, WaysInParams } from '../../../server/protocol/ways-in.js';
import { Session } from '../in-process.js';

/** A box switches the lamps behind it, unless the wire between is sealed with wax; a requirement asks for that too. */
const rules = `define control sealed on link
define mechanism wax "Wax" { provides sealed }
define component lamp "Lamp"
define component lamp-box "Box"
define threat lamps-out "Out" { leads to darkness }
define harm darkness "Darkness" { counts switching of lamp }
define step box-opened "Box is opened" on component where is lamp-box { to control of component leads to lamps-out effort low because "Anybody has the key." }
define step box-switches "Box switches lamps" on link where some end is lamp { from control of end that is lamp-box to switching of end that is lamp unless sealed leads to lamps-out effort low because "It is wired so." }
define requirement wire-sealed "Wires are sealed" { category integrity severity high applies to link needs sealed because "b" }
define profile dark { includes wire-sealed }
`;
const street = `design street "Street" { profile dark }
component lamps is lamp { count = 1200 }
component box is lamp-box { count = 1 }
component spare is lamp-box { count = 6 }
link wire: box -> lamps
link cord: spare -> lamps
`;

describe('the view of ways in', () => {
  let session: Session;
  before(async () => {
    session = await Session.with(
      { 'rules.meter': rules, 'street.meter': street },
      {},
      {},
      { commands: ['meterlint.showFindings', 'meterlint.showWaysIn'] },
    );
    await session.open('street.meter');
  });
  after(() => {
    session.stop();
  });
  beforeEach(() => session.change('street.meter', street));
  const ask = (path: readonly string[]) => session.request<WaysInAnswer>('meterlint/waysIn', { path });
  const told = async (path: readonly string[]) => (await ask(path)).rows.map(({ label, description }) => `${label} | ${description}`);
  const darkness = async (): Promise<WayRow> => (await ask([])).rows.find(({ id }) => id === 'darkness') ?? assert.fail();

  it('begins with the harms, each with its figure, and says of others that no way is known', async () => {
    const rows = await told([]);
    assert.ok(rows.includes('1,200 homes switched | from box, 2 ways in all · Darkness'), rows.join('\n'));
    assert.ok(rows.includes('Personal data put at risk | no way is known that leads to more than one home'), rows.join('\n'));
    assert.deepEqual(await told(['darkness']), [
      'Smallest set of measures | 2 measures close all 2 ways; no single one does.',
      'Ways, the cheapest first | 2',
      'From where | 3 positions',
    ]);
  });

  it('tells measures with the ways that they are on, ways with what is done by each, positions with what follows from each', async () => {
    assert.deepEqual(await told(['darkness', 'cut']), ['sealed on cord | on 1 of 2 ways', 'sealed on wire | on 1 of 2 ways']);
    assert.deepEqual(await told(['darkness', 'ways']), [
      '1. Box is opened (box) | 1,200 homes switched · effort 2',
      '2. Box is opened (spare) | 200 homes switched · effort 2',
    ]);
    assert.deepEqual(await told(['darkness', 'from']), [
      'every box | 1,200 homes switched',
      'every spare | 1,200 homes switched',
      'one spare | 200 homes switched',
    ]);
  });

  it('tells of each step what is missing, and leads to its place, its page and the finding that closes it', async () => {
    const [first] = (await ask(['darkness', 'ways'])).rows;
    const rows = (await ask(['darkness', 'ways', first!.id])).rows;
    assert.deepEqual(
      rows.map(({ label, description, page, about }) => [label, description, page, about?.finding]),
      [
        ['Box is opened', 'box · nothing stops it', 'box-opened', undefined],
        ['Box switches lamps', 'wire · missing: sealed on wire', 'box-switches', 'street/wire-sealed/wire'],
      ],
    );
    assert.deepEqual(
      rows.map(({ place }) => session.cut(place!.uri, place!.range)),
      ['box', 'wire'],
    );
  });

  it('keeps the ids of its rows under an edit, and follows the text', async () => {
    const ids = async () => {
      const top = (await ask([])).rows.map(({ id }) => id);
      return [...top, ...(await ask(['darkness', 'ways'])).rows.map(({ id }) => id)];
    };
    const before = await ids();
    await session.change('street.meter', `// above\n${street.replace('1200', '1300')}`);
    assert.deepEqual(await ids(), before);
    assert.equal((await darkness()).label, '1,300 homes switched');
    await session.change('street.meter', street.replace('link wire: box -> lamps', 'link wire: box -'));
    assert.match((await darkness()).spoken, /^Darkness, 200 homes switched by one attacker, from spare; one way in all\./);
  });

  it('writes the smallest set as edits of nothing but what it adds', async () => {
    const { cut } = await darkness();
    const answer = await session.request<CutAnswer>('meterlint/cut', cut);
    assert.deepEqual(Object.keys(answer.changes), [session.uri('street.meter')]);
    const edits = answer.changes[session.uri('street.meter')]!;
    const body = ' {\n    control sealed by wax\n}\n';
    assert.deepEqual(
      edits.map(({ range, newText }) => [range.start, session.cut(session.uri('street.meter'), range), newText]),
      [
        [{ line: 4, character: 'link wire: box -> lamps'.length }, '\n', body],
        [{ line: 5, character: 'link cord: spare -> lamps'.length }, '\n', body],
      ],
    );
    assert.match(answer.words, /no way is left/);
    assert.equal(await session.request('meterlint/cut', { design: 'file:///ws/gone.meter', harm: 'darkness' }), null);
  });

  it('is where the line above a name leads: to the position that it tells of', async () => {
    const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: session.uri('street.meter') } });
    const lens = lenses.find(({ command }) => command!.title.startsWith('one alone'))!;
    assert.equal(lens.command!.command, 'meterlint.showWaysIn');
    const { path } = lens.command!.arguments![0] as WaysInParams;
    const row = (await ask(path.slice(0, -1))).rows.find(({ id }) => id === path.at(-1));
    assert.deepEqual([row?.label, row?.description], ['one spare', '200 homes switched']);
  });

  it('tells several designs by name, and nothing where there is none', async () => {
    await session.open('other.meter', 'design other "Other"\ncomponent lantern is lamp { count = 3 }\n');
    assert.deepEqual(await told([]), ['Street | 1,200 homes switched', 'Other | no way is known']);
    assert.equal((await told([session.uri('street.meter'), 'darkness'])).length, 3);
    const empty = await Session.with({});
    assert.deepEqual(await empty.request<WaysInAnswer>('meterlint/waysIn', { path: [] }), { rows: [], words: '' });
    empty.stop();
  });
});
