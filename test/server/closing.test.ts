import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DocumentState } from 'langium';
import { reviewRequest, type ReviewSummary } from '../../server/protocol.js';
import { TestClient } from '../support/client.js';
import { Session } from './in-process.js';

const saved = 'design saved {\n}\ncomponent hes is head-end\ncomponent mdms is meter-data-management\nlink bus: hes <-> mdms\n';
const thrownAway = 'design draft {\n}\ncomponent hes is head-end\ndefine control seal on component\n';
const untitled = 'untitled:Untitled-1';

describe('closing a text', () => {
  let folder: string;
  let client: TestClient;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'meterlint-closing-'));
    writeFileSync(path.join(folder, 'saved.meter'), saved);
    client = new TestClient(folder);
    await client.start();
    await client.until('findings', client.uri('saved.meter'), (found) => found.length > 1);
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const designs = async () => (await client.request<ReviewSummary>(reviewRequest)).designs.map(({ name }) => name);
  const codes = (uri: string) => (client.published(uri) ?? []).map(({ code }) => String(code)).sort();

  it('that was never saved leaves nothing of it', async () => {
    await client.open('', thrownAway, untitled);
    await client.until('findings', untitled, (found) => found.length > 1);
    assert.deepEqual((await designs()).sort(), ['draft', 'saved']);
    await client.close('', untitled);
    await client.until('nothing', untitled, (found) => found.length === 0);
    assert.deepEqual(await designs(), ['saved']);
  });

  it('that was saved under a name counts once', async () => {
    await client.open('', thrownAway, untitled);
    await client.until('findings', untitled, (found) => found.length > 1);
    writeFileSync(path.join(folder, 'draft.meter'), thrownAway);
    await client.open('draft.meter', thrownAway);
    await client.close('', untitled);
    await client.watched([{ uri: client.uri('draft.meter'), type: 1 }]);
    await client.until(
      'no second definition',
      client.uri('draft.meter'),
      (found) => found.length > 1 && !found.some(({ code }) => code === 'redefinition'),
    );
    await client.until('nothing', untitled, (found) => found.length === 0);
    assert.deepEqual((await designs()).sort(), ['draft', 'saved']);
  });

  it('with changes that are thrown away counts as it was saved', async () => {
    const uri = client.uri('saved.meter');
    const before = codes(uri);
    await client.open('saved.meter', saved);
    await client.change('saved.meter', saved.replace('is head-end', 'is nothing-known'));
    await client.until('the unknown name', uri, (found) => found.some(({ code }) => code === 'unknown-name'));
    await client.close('saved.meter');
    await client.until('what the file says', uri, (found) => !found.some(({ code }) => code === 'unknown-name'));
    assert.deepEqual(codes(uri), before);
  });

  it('that was closed and opened again at once counts as it was opened', async () => {
    const uri = client.uri('saved.meter');
    await client.open('saved.meter', saved.replace('design saved', 'design first'));
    await client.close('saved.meter');
    await client.open('saved.meter', saved.replace('design saved', 'design second'));
    await client.until('findings', uri, (found) => found.some(({ message }) => message.includes("'second'")));
    assert.deepEqual((await designs()).sort(), ['draft', 'second']);
    await client.close('saved.meter');
  });

  it('of a file outside of the workspace, or of one that is deleted, leaves nothing of it', async () => {
    const outside = 'file:///nowhere/outside.meter';
    await client.open('', 'design outside {\n}\ncomponent hes is head-end\n', outside);
    await client.until('findings', outside, (found) => found.length > 1);
    await client.close('', outside);
    await client.until('nothing', outside, (found) => found.length === 0);
    unlinkSync(path.join(folder, 'draft.meter'));
    await client.close('draft.meter');
    await client.until('nothing', client.uri('draft.meter'), (found) => found.length === 0);
    assert.deepEqual(await designs(), ['saved']);
  });
});

describe('closing a text and opening it again', () => {
  it('ends the review of nobody, however late the disk says what was saved', async () => {
    const session = await Session.with({ 'a.meter': saved, 'b.meter': 'import "a.meter"\n' });
    try {
      const { DocumentBuilder, FileSystemProvider, LangiumDocuments, WorkspaceLock, WorkspaceManager } = session.shared.workspace;
      await WorkspaceManager.ready;
      await session.open('a.meter');
      await session.change('a.meter', `${saved}component typed is head-end\n`);
      await WorkspaceLock.read(() => undefined);
      let say = (): void => undefined;
      const said = new Promise<void>((resolve) => (say = resolve));
      const stat = FileSystemProvider.stat.bind(FileSystemProvider);
      FileSystemProvider.stat = async (uri) => {
        await said;
        return stat(uri);
      };
      await session.notify('textDocument/didClose', { textDocument: { uri: session.uri('a.meter') } });
      const late = DocumentBuilder.onDocumentPhase(DocumentState.Linked, () => {
        say();
      });
      await session.openAtOnce('a.meter', thrownAway);
      await said;
      late.dispose();
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      await WorkspaceLock.read(() => undefined);
      const states = LangiumDocuments.all
        .filter(({ uri }) => uri.scheme === 'file')
        .map(({ uri, state }) => `${uri.path} ${DocumentState[state]}`);
      assert.deepEqual(states.toArray(), ['/ws/a.meter Validated', '/ws/b.meter Validated']);
    } finally {
      session.stop();
    }
  });
});
