import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixTitle } from '../../report/fix-titles.js';
import { CodeActionTriggerKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import { workspaceEdit } from '../../server/changes.js';
import { fixChoices } from '../../server/finding-fixes.js';
import { chooseFixCommand, type ChooseFixParams } from '../../server/protocol.js';
import { fixesFor } from '../../review/index.js';
import { root } from '../support/workspace.js';
import { Session } from './in-process.js';

const example = (file: string) => readFileSync(path.join(root, 'examples', file), 'utf8');
const files = { 'riverside.meter': example('riverside.meter'), 'zones.meter': example('zones.meter') };

describe('the list of quick fixes', () => {
  let chooses: Session;
  let plain: Session;
  before(async () => {
    chooses = await Session.with(files, {}, {}, { commands: [chooseFixCommand] });
    plain = await Session.with(files);
    await chooses.open('riverside.meter');
    await plain.open('riverside.meter');
  });
  after(() => {
    chooses.stop();
    plain.stop();
  });

  const at = async (session: Session, part: string, context: object = {}) => {
    const { textDocument, position } = session.at('riverside.meter', part);
    const range = { start: position, end: position };
    const asked = { diagnostics: [], only: ['quickfix'], ...context };
    return session.request<CodeAction[]>('textDocument/codeAction', { textDocument, range, context: asked });
  };
  const elements = [
    'm|eter "Residential',
    'component d|cu ',
    'component h|es ',
    'p|lc      "PLC',
    'b|ackhaul "Cell',
    'b|us      :',
    'k|eys     :',
    's|hare    "',
    'd|isconnect is',
    'd|isclosure "',
  ];
  const findingsAt = (session: Session, action: CodeAction) => {
    const ids = action.diagnostics!.map(({ data }) => (data as { finding: string }).finding);
    return session.shared.server.Current.get()
      .findingsIn('file:///ws/riverside.meter')
      .filter(({ finding }) => ids.includes(finding.id));
  };

  it('is short at every element, however many mechanisms there are', async () => {
    let whole = 0;
    for (const element of elements) {
      const actions = await at(chooses, element);
      const findings = new Set(actions.flatMap((action) => findingsAt(chooses, action).map(({ finding }) => finding.id))).size;
      assert.ok(
        actions.length > 0 && actions.length <= 12 + 3 * findings,
        `${actions.length} actions for ${findings} findings at ${element}`,
      );
      whole += (await at(plain, element)).length;
      assert.ok((await at(plain, element)).length <= 80, element);
    }
    assert.ok(whole > 0);
  });

  it('has at most three entries for a finding, where the client can show a choice', async () => {
    for (const element of elements) {
      const counts = new Map<string, number>();
      for (const action of await at(chooses, element)) {
        const { finding } = action.diagnostics![0]!.data as { finding: string };
        counts.set(finding, (counts.get(finding) ?? 0) + 1);
      }
      assert.ok(counts.size > 0, element);
      for (const [finding, count] of counts) assert.ok(count <= 3, `${finding}: ${count}`);
    }
  });

  it('keeps the preferred fix of every finding', async () => {
    for (const session of [chooses, plain]) {
      for (const element of elements) {
        const actions = await at(session, element);
        const preferred = new Set(actions.filter(({ isPreferred }) => isPreferred === true).map(({ edit }) => JSON.stringify(edit)));
        const ids = new Set(actions.flatMap((action) => findingsAt(session, action).map(({ finding }) => finding.id)));
        for (const { finding, assessment } of findingsOn(session).filter((one) => ids.has(one.finding.id))) {
          const [first] = fixesFor(finding, assessment, session.shared.meter.Designs.sources()).filter((fix) => fix.preferred);
          if (first === undefined) continue;
          const edit = workspaceEdit(first.edits, session.shared.server.Current.get());
          assert.ok(preferred.has(JSON.stringify(edit)), `${finding.id}: ${fixTitle(first, assessment.architecture.catalogue)}`);
        }
      }
    }
  });

  const findingsOn = (session: Session) => session.shared.server.Current.get().findingsIn('file:///ws/riverside.meter');

  it('goes finding by finding, and tells nothing twice but the best of each', async () => {
    for (const element of elements) {
      const actions = await at(chooses, element);
      const order = actions.map((action) => (action.diagnostics![0]!.data as { finding: string }).finding);
      assert.deepEqual(
        order,
        [...new Set(order)].flatMap((id) => order.filter((one) => one === id)),
        element,
      );
      const seen = new Set<string>();
      for (const { edit, isPreferred, title } of actions.filter((action) => action.edit !== undefined)) {
        const told = JSON.stringify(edit);
        assert.ok(isPreferred === true || !seen.has(told), `${element}: ${title}`);
        seen.add(told);
      }
    }
  });

  it('tells of each answer the mechanism, its standard, the line that is written and what follows, each by itself', () => {
    const snapshot = chooses.shared.server.Current.get();
    const offered = findingsOn(chooses).flatMap(({ finding }) => fixChoices('file:///ws/riverside.meter', finding.id, snapshot));
    const mechanisms = offered.filter(({ kind }) => kind === 'mechanism');
    assert.ok(mechanisms.length > 100);
    for (const { title, heading, label, standard, consequence } of mechanisms) {
      const [first, behind] = [title.split(' with ')[0]!, title.split(' with ').slice(1).join(' with ')];
      assert.ok(heading.startsWith(first), `${heading}: ${title}`);
      assert.ok(behind.startsWith(label), `${label}: ${title}`);
      assert.ok(!label.includes(standard) || standard === '' || title.includes(standard), title);
      assert.equal(consequence !== '', title.includes('into scope'), title);
    }
    for (const { written, title, changes } of offered) assert.match(written, /^\S.*\S$/, `${title} ${JSON.stringify(changes)}`);
    const { finding } = findingsOn(chooses).find((one) => one.finding.requirement === 'comm-integrity' && one.finding.element === 'plc')!;
    const lines = fixChoices('file:///ws/riverside.meter', finding.id, snapshot).map(({ written }) => written);
    assert.ok(
      lines.some((line) => /^link plc "PLC last mile": meter <-> dcu over [\w-]+, [\w-]+/.test(line)),
      lines.join('\n'),
    );
    const storage = findingsOn(chooses).find(
      (one) => one.finding.requirement === 'key-protected-storage' && one.finding.element === 'dcu',
    )!;
    const first = fixChoices('file:///ws/riverside.meter', storage.finding.id, snapshot).find(({ label }) => label === 'Secure element')!;
    assert.deepEqual(
      [first.heading, first.standard, first.written, first.consequence],
      ['Add hardware key storage to dcu', 'BSI TR-03109-2', 'control hardware-key-storage by secure-element', ''],
    );
  });

  it('leads to all others through one action of a finding, where the client can show a choice', async () => {
    const actions = await at(chooses, 'b|us      :');
    const choices = actions.filter(({ command }) => command !== undefined);
    assert.ok(choices.length > 0);
    for (const { title, command, edit } of choices) {
      assert.match(title, /^Choose another (mechanism for|answer to) [a-z-]+\.\.\. \(\d+ more\)$/);
      assert.equal(command!.command, chooseFixCommand);
      assert.equal(edit, undefined);
      const [{ uri, finding }] = command!.arguments as [ChooseFixParams];
      const offered = fixChoices(uri, finding, chooses.shared.server.Current.get());
      const match = findingsOn(chooses).find((one) => one.finding.id === finding)!;
      assert.deepEqual(
        offered.map(({ title: one }) => one),
        fixesFor(match.finding, match.assessment, chooses.shared.meter.Designs.sources()).map((one) =>
          fixTitle(one, match.assessment.architecture.catalogue),
        ),
      );
      const document = TextDocument.create('', 'meter', 0, files['riverside.meter']);
      for (const { changes, title: one } of offered) {
        const text = TextDocument.applyEdits(document, (changes[uri] ?? []) as never);
        assert.notEqual(text, files['riverside.meter'], one);
      }
    }
    assert.ok((await at(plain, 'b|us      :')).every(({ command }) => command === undefined));
  });

  it('answers for a finding that is gone with nothing', () => {
    assert.deepEqual(fixChoices('file:///ws/riverside.meter', 'riverside/comm-replay/nothing', chooses.shared.server.Current.get()), []);
    assert.deepEqual(fixChoices('file:///ws/nowhere.meter', 'riverside/comm-replay/reading', chooses.shared.server.Current.get()), []);
  });

  it('keeps CRLF', async () => {
    const text = files['riverside.meter'].replaceAll('\n', '\r\n');
    const session = await Session.with({ ...files, 'riverside.meter': text });
    try {
      await session.open('riverside.meter');
      const { textDocument, position } = session.at('riverside.meter', 'mdms   ');
      const range = { start: position, end: position };
      const context = { diagnostics: [] as Diagnostic[], only: ['quickfix'] };
      const actions = await session.request<CodeAction[]>('textDocument/codeAction', { textDocument, range, context });
      const changes = actions.flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat());
      assert.ok(changes.some(({ newText }) => newText.includes('\r\n')));
      for (const { newText } of changes) assert.doesNotMatch(newText, /(?<!\r)\n/);
    } finally {
      session.stop();
    }
  });

  it('has neither refactorings nor a review of the file while the cursor only moves', async () => {
    const kinds = async (triggerKind: number) => {
      const actions = await at(chooses, 'm|eter "Residential', { only: undefined, triggerKind });
      return [...new Set(actions.map(({ kind }) => kind))].sort();
    };
    assert.deepEqual(await kinds(CodeActionTriggerKind.Automatic), ['quickfix']);
    assert.deepEqual(await kinds(CodeActionTriggerKind.Invoked), [
      'quickfix',
      'refactor.rewrite.meterlint.order',
      'source.fixAll.meterlint',
    ]);
  });
});
