import assert from 'node:assert/strict';
import { DocumentState, URI } from 'langium';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { largeDesign } from '../../bench/design.js';
import { mostSingle } from '../../server/finding-diagnostics.js';
import { furtherFindings, mostGroups } from '../../server/further-findings.js';
import { toldFindings, type LocatedFinding } from '../../server/told-findings.js';
import { messageOf } from '../support/message.js';
import { Session } from './in-process.js';

describe('a file of more findings than a list can hold', () => {
  let session: Session;
  let told: readonly LocatedFinding[];
  before(async () => {
    session = await Session.with({ 'large.meter': largeDesign(60) });
    await session.open('large.meter');
    await session.until(() => document().state === DocumentState.Validated && (document().diagnostics ?? []).length > 0);
    told = toldFindings(document(), session.shared.server.Current.get());
  });
  after(() => {
    session.stop();
  });

  const document = () => session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri('large.meter')))!;
  const actionsAt = (range: Diagnostic['range'], diagnostics: readonly Diagnostic[] = []) =>
    session.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: session.uri('large.meter') },
      range,
      context: { diagnostics, only: ['quickfix'] },
    });
  const groups = () => (document().diagnostics ?? []).filter(({ code }) => code === 'more-findings');
  const countIn = (group: Diagnostic) => Number(/^(\d+) further finding/.exec(messageOf(group))![1]);

  it('tells the worst one by one and the others at their elements, each once', () => {
    assert.ok(told.length > 2 * mostSingle, String(told.length));
    const single = (document().diagnostics ?? []).flatMap(({ data }) => (data as { finding?: string } | undefined)?.finding ?? []);
    assert.deepEqual(
      single,
      told.slice(0, mostSingle).map(({ finding }) => finding.id),
    );
    assert.equal(
      groups().reduce((sum, group) => sum + countIn(group), 0),
      told.length - mostSingle,
    );
    for (const group of groups()) {
      const here = told.slice(mostSingle).filter(({ range }) => JSON.stringify(range) === JSON.stringify(group.range));
      assert.equal(countIn(group), here.length, messageOf(group));
    }
  });

  it('offers quick fixes at a finding that stands in no list, and at the start of the file without an error', async () => {
    const hidden = told.slice(mostSingle);
    const seen = new Set<string>();
    for (const { finding, range } of hidden) {
      if (seen.has(finding.element) || seen.size === 8) continue;
      seen.add(finding.element);
      const own = hidden.filter((one) => one.finding.element === finding.element).map((one) => one.finding.id);
      const actions = await actionsAt(range);
      const about = new Set(actions.map(({ diagnostics = [] }) => (diagnostics[0]!.data as { finding?: string }).finding));
      assert.ok(
        own.some((id) => about.has(id)),
        finding.id,
      );
    }
    const start = { line: 0, character: 0 };
    assert.ok(Array.isArray(await actionsAt({ start, end: start }, groups())));
  });

  it('ties the fixes of a finding that is told with others to what the editor shows', async () => {
    const [group] = groups();
    const actions = await actionsAt(group!.range, [group!]);
    assert.ok(actions.some(({ diagnostics }) => diagnostics?.[0]?.code === 'more-findings'));
  });

  it('never tells more groups than there is room for, however many elements there are', () => {
    const [one] = told;
    const many = (count: number) =>
      Array.from({ length: count }, (_, line): LocatedFinding => {
        const start = { line, character: 0 };
        return { ...one!, range: { start, end: start } };
      });
    for (const count of [0, 1, mostGroups, mostGroups + 1, 10 * mostGroups + 3]) {
      const found = furtherFindings(many(count));
      assert.ok(found.length <= mostGroups);
      assert.equal(
        found.reduce((sum, group) => sum + countIn(group), 0),
        count,
      );
    }
  });
});
