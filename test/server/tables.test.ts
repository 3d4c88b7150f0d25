import assert from 'node:assert/strict';
import { matrixRows } from '../../summary/matrix.js';
import { clauseRows } from '../../summary/clauses.js';
import { stateReason } from '../../report/reasons.js';
import type { ShownTable, TableAnswer, TableName, ToldCell } from '../../server/protocol/tables.js';
import { isToTable, toldMessage } from '../../webview/messages/tables.js';
import { markAt } from '../../webview/tables/filtered.js';
import { exampleFiles } from '../support/designs.js';
import { Session } from './in-process.js';

/** Three states, a plan and a decision, and a clause that is answered in part only. */
const design = `define standard book "The Book" { edition "2" }
define control seal2 { on component }
define requirement closed "Is sealed" { severity high applies to component where is relay needs seal2 on component see book "1.10", book "1.2" unverified }
define requirement shut "Is shut" { severity low applies to component where is smart-meter needs seal2 on component see book "1.2" }
define requirement wired "Is wired" { severity low applies to link needs seal2 on source }
define profile mine { includes closed, shut, wired }
design d "Town" { profile mine }
component a "Box A" is relay { control seal2 }
component b is relay
component c is relay { control seal2 planned for 2027-12-01 }
component e is relay
accept closed on e until 2027-06-30 because "Replaced then." by "Ada"
`;

describe('tables of a design for the editor', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({
      'd.meter': design,
      'rules.meter': 'define zone own is office',
      ...exampleFiles('riverside.meter', 'zones.meter'),
    });
    await session.open('d.meter');
  });
  after(() => {
    session.stop();
  });

  const tableOf = async (table: TableName, file = 'd.meter'): Promise<ShownTable> => {
    const answer = await session.request<TableAnswer>('meterlint/table', { table, uri: session.uri(file) });
    assert.ok(answer.kind === 'table', answer.kind);
    return answer;
  };
  const tell = (table: TableName, row: string, column?: string, file = 'd.meter') =>
    session.request<ToldCell | null>('meterlint/cell', { table, uri: session.uri(file), row, column });
  const shown = (table: ShownTable) =>
    table.rows.map(({ id }, row) => [id, ...table.columns.map((_, column) => markAt(table, row, column)?.sign ?? '')].join(' '));

  it('the matrix has a mark for each pair, and none where nothing is asked', async () => {
    const matrix = await tableOf('matrix');
    assert.deepEqual(
      matrix.columns.map(({ id, detail, group }) => [id, detail, group]),
      [
        ['a', 'Box A', 'Components'],
        ['b', '', 'Components'],
        ['c', '', 'Components'],
        ['e', '', 'Components'],
      ],
    );
    assert.deepEqual(shown(matrix), ['closed ✓ ▲✕ ▲▷ A', 'shut · · · ·', 'wired    ']);
    assert.deepEqual(
      matrix.marks.map(({ words, isFinding }) => [words, isFinding]),
      [
        ['missing, high', true],
        ['planned, high', false],
        ['accepted', false],
        ['met', false],
        ['not applicable', false],
      ],
    );
  });

  it('a cell of the matrix says why in the words of all reports, and leads to text and page', async () => {
    const told = (await tell('matrix', 'closed', 'b'))!;
    assert.equal(told.title, "Missing, high: Is sealed (closed), on component 'b'");
    assert.deepEqual(told.words, ["Seal2 missing on relay 'b'."]);
    const line = design.split('\n').findIndex((one) => one.startsWith('component b'));
    assert.deepEqual(told.links, [
      {
        kind: 'text',
        label: 'Text of b',
        uri: session.uri('d.meter'),
        range: { start: { line, character: 10 }, end: { line, character: 11 } },
      },
      { kind: 'page', label: 'Page of closed', name: 'closed' },
    ]);
    assert.deepEqual((await tell('matrix', 'closed'))!.words, ['1 finding: 1 high · 1 planned · 1 met · 1 accepted']);
    assert.deepEqual((await tell('matrix', 'wired', 'b'))!.words, ['It is asked of nothing in this design.']);
    assert.equal(await tell('matrix', 'gone', 'b'), null);
    assert.equal(await tell('matrix', 'closed', 'gone'), null);
  });

  it('standards have a row for each clause, and say what stands behind it', async () => {
    const standards = await tableOf('standards');
    const own = standards.rows.filter(({ group }) => group === 'The Book (2)');
    assert.deepEqual(
      own.map(({ label, detail, texts }) => [label, detail, ...texts]),
      [
        ['1.2', '', '✕ closed; · shut', 'b'],
        ['1.10', '', '✕ closed', 'b'],
      ],
    );
    const told = (await tell('standards', 'book 1.2'))!;
    assert.equal(told.title, 'Missing: The Book, 1.2');
    assert.deepEqual(told.words, [
      '✕ Is sealed (closed) (not checked against the text): missing on b.',
      '· Is shut (shut): not applicable.',
      "closed: Seal2 missing on relay 'b'.",
    ]);
    assert.deepEqual(
      told.links.map(({ label }) => label),
      ['Text of b', 'Page of closed', 'Page of shut'],
    );
    assert.equal(await tell('standards', 'book 9'), null);
  });

  it('a file without a design has none', async () => {
    const ask = (uri: string) => session.request<TableAnswer>('meterlint/table', { table: 'matrix', uri: session.uri(uri) });
    assert.deepEqual(await ask('gone.meter'), { kind: 'no design' });
    assert.equal(await session.request('meterlint/cell', { table: 'matrix', uri: session.uri('gone.meter'), row: 'closed' }), null);
  });

  it('of an example every cell is the one of the review, and the page takes each answer', async () => {
    const snapshot = session.shared.server.Current.get();
    const assessment = snapshot.assessmentOf(snapshot.designsOf(session.uri('riverside.meter'))[0]!);
    const matrix = await tableOf('matrix', 'riverside.meter');
    assert.ok(isToTable({ type: 'table', table: matrix }));
    const cells = matrix.rows.flatMap((_, row) => matrix.columns.flatMap((_, column) => markAt(matrix, row, column)?.state ?? []));
    assert.deepEqual(
      cells.sort(),
      matrixRows(assessment)
        .map(({ state }) => state)
        .sort(),
    );
    for (const { requirement, element, result } of matrixRows(assessment)) {
      const told = (await tell('matrix', requirement, element, 'riverside.meter'))!;
      assert.deepEqual(told.words, [stateReason(result, assessment)]);
      assert.ok(isToTable(toldMessage({ row: requirement, column: element }, told)));
    }
    const standards = await tableOf('standards', 'riverside.meter');
    assert.ok(isToTable({ type: 'table', table: standards }));
    const clauses = clauseRows(assessment);
    assert.deepEqual(
      standards.rows.map(({ label }, row) => `${label} ${markAt(standards, row, 0)!.state}`),
      clauses.map(({ clause, state }) => `${clause} ${state}`),
    );
    for (const { id } of standards.rows) assert.ok((await tell('standards', id, undefined, 'riverside.meter')) !== null, id);
  });
});
