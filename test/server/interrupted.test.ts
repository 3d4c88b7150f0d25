import assert from 'node:assert/strict';
import { DocumentState, EmptyFileSystem, URI } from 'langium';
import { CancellationTokenSource } from 'vscode-languageserver';
import { createServerServices, type MeterServerSharedServices } from '../../server/module.js';
import { builtInCatalogue } from '../support/workspace.js';
import { catalogueUri } from '../../language/names/imports.js';

const at = (name: string) => URI.parse(`file:///ws/${name}`);

/** A server that knows the catalogue and none of the files yet. */
async function serverOn(texts: ReadonlyMap<string, string>): Promise<{ shared: MeterServerSharedServices; said: readonly string[] }> {
  const said: string[] = [];
  const { shared } = createServerServices({
    ...EmptyFileSystem,
    fileSystemProvider: () =>
      Object.assign(EmptyFileSystem.fileSystemProvider(), {
        stat: (uri: URI) => Promise.resolve({ uri, isFile: true, isDirectory: false }),
        readFile: (uri: URI) => Promise.resolve(texts.get(uri.path.slice('/ws/'.length)) ?? ''),
      }),
    builtIn: builtInCatalogue(),
    today: () => '2027-03-15',
    log: (message) => said.push(message),
  });
  shared.meter.WorkspaceFolders.set([at('')]);
  const { DocumentBuilder, LangiumDocuments, LangiumDocumentFactory } = shared.workspace;
  for (const [file, text] of builtInCatalogue()) {
    LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, catalogueUri(file)));
  }
  await DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: true });
  return { shared, said };
}

describe('a build that another edit interrupts', () => {
  it('leaves files that it has not read empty, not broken: the next build reads them and reviews all', async () => {
    const { shared, said } = await serverOn(
      new Map([
        ['a.meter', 'import "b.meter"\nimport "c.meter"\ndesign a\ncomponent lone is smart-meter in home\n'],
        ['b.meter', 'zone home is customer-premises\n'],
        ['c.meter', 'zone elsewhere is public-network\n'],
      ]),
    );
    const { DocumentBuilder, LangiumDocuments } = shared.workspace;

    const interrupted = new CancellationTokenSource();
    const first = DocumentBuilder.update([at('b.meter'), at('c.meter'), at('a.meter')], [], interrupted.token);
    interrupted.cancel();
    await assert.rejects(first);
    assert.deepEqual(
      ['a.meter', 'b.meter', 'c.meter'].map((name) => LangiumDocuments.getDocument(at(name))?.parseResult.value.$type),
      ['INVALID', 'INVALID', 'INVALID'],
      'this test is about files that are known and not read',
    );

    await DocumentBuilder.update([at('b.meter')], []);
    assert.deepEqual(said, []);
    const [assessment] = shared.server.Current.get().assessments;
    assert.equal(assessment?.architecture.design.name, 'a');
    assert.ok(assessment.findings.some(({ element }) => element === 'lone'));
  });

  for (const state of [DocumentState.Parsed, DocumentState.Linked, DocumentState.Validated]) {
    it(`tells whoever waits for a text to be ${DocumentState[state].toLowerCase()}, although it is interrupted when that is so`, async () => {
      const { shared } = await serverOn(new Map([['a.meter', 'design a\nzone home is customer-premises\n']]));
      const { DocumentBuilder } = shared.workspace;
      await DocumentBuilder.update([at('a.meter')], []);
      const interrupted = new CancellationTokenSource();
      const told: string[] = [];
      let waited: Promise<unknown> | undefined;
      const asking = DocumentBuilder.onUpdate(() => {
        // Whoever hears of it first is whoever types on.
        const typing = DocumentBuilder.onDocumentPhase(state, () => {
          typing.dispose();
          interrupted.cancel();
        });
        waited = DocumentBuilder.waitUntil(state, at('a.meter')).then(() => told.push('told'));
      });
      await DocumentBuilder.update([at('a.meter')], [], interrupted.token).catch(() => undefined);
      asking.dispose();
      assert.ok(waited !== undefined && interrupted.token.isCancellationRequested, 'this test is about a build that is interrupted');
      // The next build need not bring the text to that state again.
      await DocumentBuilder.update([], []);
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual(told, ['told']);
    });
  }

  it('tells whoever waits for a text that is taken away, instead of letting them wait for ever', async () => {
    const { shared } = await serverOn(new Map([['a.meter', 'design a\nzone home is customer-premises\n']]));
    const { DocumentBuilder } = shared.workspace;
    const interrupted = new CancellationTokenSource();
    const first = DocumentBuilder.update([at('a.meter')], [], interrupted.token);
    interrupted.cancel();
    await assert.rejects(first);
    const waited = DocumentBuilder.waitUntil(DocumentState.Linked, at('a.meter'));
    const told = waited.then(
      () => 'there',
      () => 'gone',
    );
    await DocumentBuilder.update([], [at('a.meter')]);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(await Promise.race([told, Promise.resolve('waits')]), 'gone');
  });
});
