import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { Session } from './in-process.js';

const files = {
  'town.meter': '/* 😀 */ import "common/zones.meter"\r\nimport "./common/kinds.meter"\r\nimport "common/nowhere.meter"\r\ndesign town { }',
  'common/zones.meter': 'import "kinds.meter"\nimport "deep/more.meter"\nzone a is operations',
  'common/kinds.meter': 'zone b is operations',
  'common/deep/more.meter': 'import "../../town.meter"\nzone c is operations',
  'with%20space.meter': 'import "common/kinds.meter"',
  'reader.meter': 'import "with space.meter"',
};

describe('moving files', () => {
  let session: Session;
  before(async () => {
    session = await Session.with(files);
  });
  after(() => {
    session.stop();
  });

  const move = async (...pairs: [string, string][]) => {
    const renames = pairs.map(([from, to]) => ({ oldUri: session.uri(from), newUri: session.uri(to) }));
    const edit = await session.request<WorkspaceEdit | null>('workspace/willRenameFiles', { files: renames });
    const after = Object.entries(edit?.changes ?? {}).map(([uri, edits]) => {
      const text = TextDocument.applyEdits(TextDocument.create(uri, 'meter', 0, session.textOf(uri)), edits);
      return [uri.slice('file:///ws/'.length), text.split(/\r?\n/).filter((line) => line.includes('import'))] as const;
    });
    return Object.fromEntries(after);
  };
  const [first, second, third] = ['/* 😀 */ import "common/zones.meter"', 'import "./common/kinds.meter"', 'import "common/nowhere.meter"'];

  it('announces which files and folders it wants to hear of', () => {
    const { fileOperations } = session.initialized.capabilities.workspace!;
    assert.deepEqual(fileOperations, {
      willRename: {
        filters: [
          { scheme: 'file', pattern: { glob: '**/*.meter', matches: 'file' } },
          { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
        ],
      },
    });
  });

  it('renames a file in the imports of others', async () => {
    assert.deepEqual(await move(['common/kinds.meter', 'common/sorts.meter']), {
      'town.meter': [first, 'import "./common/sorts.meter"', third],
      'common/zones.meter': ['import "sorts.meter"', 'import "deep/more.meter"'],
      'with%20space.meter': ['import "common/sorts.meter"'],
    });
  });

  it('moves a file: its own imports change as well', async () => {
    assert.deepEqual(await move(['common/zones.meter', 'common/deep/zones.meter']), {
      'town.meter': ['/* 😀 */ import "common/deep/zones.meter"', second, third],
      'common/zones.meter': ['import "../kinds.meter"', 'import "more.meter"'],
    });
  });

  it('moves a folder: what lies in it together keeps its paths', async () => {
    const moved = {
      'town.meter': ['/* 😀 */ import "lib/parts/zones.meter"', 'import "./lib/parts/kinds.meter"', third],
      'common/deep/more.meter': ['import "../../../town.meter"'],
      'with%20space.meter': ['import "lib/parts/kinds.meter"'],
    };
    assert.deepEqual(await move(['common', 'lib/parts']), moved);
    assert.deepEqual(await move(['common/', 'lib/parts/']), moved);
    assert.deepEqual(await move(['common/deep', 'deeper']), {
      'common/zones.meter': ['import "kinds.meter"', 'import "../deeper/more.meter"'],
      'common/deep/more.meter': ['import "../town.meter"'],
    });
  });

  it('moves several at once, the innermost folder first', async () => {
    assert.deepEqual(await move(['common', 'lib'], ['common/deep', 'deep'], ['town.meter', 'lib/town.meter']), {
      'town.meter': ['/* 😀 */ import "zones.meter"', 'import "./kinds.meter"', third],
      'common/zones.meter': ['import "kinds.meter"', 'import "../deep/more.meter"'],
      'common/deep/more.meter': ['import "../lib/town.meter"'],
      'with%20space.meter': ['import "lib/kinds.meter"'],
    });
  });

  it('reads addresses with escapes, and writes quotes so that they can be read', async () => {
    assert.deepEqual(await move(['with%20space.meter', 'a%20%22b%22%20%25.meter']), { 'reader.meter': ['import "a \\"b\\" %.meter"'] });
  });

  it('follows a file that was made just now and is not read yet', async () => {
    assert.deepEqual(await move(['common/nowhere.meter', 'common/somewhere.meter']), {
      'town.meter': [first, second, 'import "common/somewhere.meter"'],
    });
  });

  it('leaves imports alone that lead nowhere, stay right, or have no path to go to', async () => {
    assert.deepEqual(await move(['reader.meter', 'other.meter']), {});
    assert.deepEqual(await move(['elsewhere', 'somewhere']), {});
    assert.deepEqual(await move(['common/kinds.meter', 'common/kinds.txt']), {});
    assert.deepEqual(await move(['common/kinds.meter', 'file:///elsewhere/kinds.meter']), {});
    assert.deepEqual(await move(['commo', 'x'], ['common/kinds', 'y']), {});
  });

  it('has imports that lead to the same files afterwards', async () => {
    const { 'town.meter': town, ...rest } = await move(['common', 'lib/a'], ['town.meter', 'lib/b/town.meter']);
    const texts: Record<string, string> = {
      'lib/a/kinds.meter': files['common/kinds.meter'],
      'lib/b/town.meter': [...town!, 'design town { }'].join('\n'),
    };
    texts['lib/a/zones.meter'] = files['common/zones.meter'];
    texts['lib/a/deep/more.meter'] = rest['common/deep/more.meter']!.join('\n');
    const next = await Session.with(texts);
    await next.request('workspace/symbol', { query: '' });
    const { LangiumDocuments } = next.shared.workspace;
    const start = LangiumDocuments.all.find(({ uri }) => uri.path.endsWith('town.meter'))!;
    assert.equal(next.shared.meter.Visibility.closure(start).length, 4);
    next.stop();
  });
});
