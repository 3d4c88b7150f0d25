import assert from 'node:assert/strict';
import { isUnparsed } from '../../language/parsing/late-document.js';
import { builtInCatalogue } from '../support/workspace.js';
import { Session } from './in-process.js';

describe('a server that starts', () => {
  it('makes no tree of any file of the compiled catalogue, whatever the files of the workspace import', async () => {
    const design = 'import "kinds.meter"\ndesign d { profile x1332 }\ncomponent box is street-meter { control encryption by tls-1.3 }\n';
    const session = await Session.with({ 'd.meter': design, 'kinds.meter': 'define component street-meter "Meter" is smart-meter\n' });
    try {
      await session.open('d.meter');
      const { LangiumDocuments } = session.shared.workspace;
      assert.equal(LangiumDocuments.all.filter(isUnparsed).count(), builtInCatalogue().size);
    } finally {
      session.stop();
    }
  });
});
