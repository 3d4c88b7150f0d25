import assert from 'node:assert/strict';
import { EmptyFileSystem, URI } from 'langium';
import { CancellationTokenSource } from 'vscode-languageserver';
import { createServerServices } from '../../server/module.js';
import { builtInCatalogue } from '../support/workspace.js';
import { catalogueUri } from '../../language/names/imports.js';

describe('a build that another edit interrupts', () => {
  it('leaves files that it has not read empty, not broken: the next build reads them and reviews all', async () => {
    const texts = new Map([
      ['a.meter', 'import "b.meter"\nimport "c.meter"\ndesign a\ncomponent lone is smart-meter in home\n'],
      ['b.meter', 'zone home is customer-premises\n'],
      ['c.meter', 'zone elsewhere is public-network\n'],
    ]);
    const at = (name: string) => URI.parse(`file:///ws/${name}`);
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
});
