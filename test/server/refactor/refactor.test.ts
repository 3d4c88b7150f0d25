import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver';
import { Session } from '../in-process.js';

/** What a client that may create files says of itself. */
export const createsFiles = {
  workspace: { workspaceFolders: true, configuration: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly files: Files;
  /** The file with the marks, and what lies between them. */
  readonly file: string;
  readonly range: { readonly start: number; readonly end: number };
  /** Every action that is offered, by its title, with the files afterwards that differ. */
  readonly expected: Readonly<Record<string, Files>>;
}

/** Files follow lines `// file: NAME`, what they become a line `// becomes: TITLE`; `‹` and `›` mark what is selected. */
function read(text: string): Case {
  const [before, ...after] = text.split(/^\/\/ becomes: (.*)\n/m);
  const files = filesIn(before!);
  const expected: Record<string, Files> = {};
  for (let index = 0; index < after.length; index += 2) expected[after[index]!] = filesIn(after[index + 1]!);
  const [file, marked] = Object.entries(files).find(([, one]) => one.includes('‹'))!;
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  files[file] = marked.replace('‹', '').replace('›', '');
  return { files, file, range: { start, end }, expected };
}

function filesIn(text: string): Record<string, string> {
  const files: Record<string, string> = {};
  const parts = text.split(/^\/\/ file: (.+)\n/m).slice(1);
  for (let index = 0; index < parts.length; index += 2) files[parts[index]!] = parts[index + 1]!;
  return files;
}

/** The files that an action changes, afterwards. */
export function after(action: CodeAction, session: Session): Record<string, string> {
  const { changes = {}, documentChanges = [] } = action.edit!;
  const texts: Record<string, string> = {};
  const name = (uri: string) => (uri.startsWith('file:///ws/') ? uri.slice('file:///ws/'.length) : uri);
  const edited = (uri: string, text: string, edits: Parameters<typeof TextDocument.applyEdits>[1]) => {
    texts[name(uri)] = TextDocument.applyEdits(TextDocument.create(uri, 'meter', 0, text), [...edits]);
  };
  for (const [uri, edits] of Object.entries(changes)) edited(uri, session.textOf(uri), edits);
  for (const change of documentChanges) {
    if ('kind' in change) {
      assert.equal(change.kind, 'create');
      assert.ok(!session.texts.has(change.uri), 'the file is new');
      texts[name(change.uri)] = '';
    } else {
      const { uri } = change.textDocument;
      edited(uri, texts[name(uri)] ?? session.textOf(uri), change.edits as never);
    }
  }
  return texts;
}

async function offered({ files, file, range }: Case, kind: string): Promise<Record<string, Files>> {
  const session = await Session.with(files, createsFiles);
  try {
    await session.open(file);
    const document = TextDocument.create('', 'meter', 0, files[file]!);
    const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: session.uri(file) },
      range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
      context: { diagnostics: [], only: [kind], triggerKind: 1 },
    });
    const entries = actions.map((action) => {
      assert.equal(action.kind, kind);
      return [action.title, after(action, session)] as const;
    });
    assert.equal(new Set(actions.map(({ title }) => title)).size, actions.length, 'each title once');
    return Object.fromEntries(entries);
  } finally {
    session.stop();
  }
}

/** The same case in a file with other line ends. */
function withCrlf({ files, file, range, expected }: Case): Case {
  const crlf = (texts: Files): Files =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
  const moved = (offset: number) => offset + files[file]!.slice(0, offset).split('\n').length - 1;
  return {
    files: crlf(files),
    file,
    range: { start: moved(range.start), end: moved(range.end) },
    expected: Object.fromEntries(Object.entries(expected).map(([title, texts]) => [title, crlf(texts)])),
  };
}

const kinds: Readonly<Record<string, string>> = {
  extract: 'refactor.extract.meterlint',
  inline: 'refactor.inline.meterlint',
  order: 'refactor.rewrite.meterlint.order',
  mechanism: 'refactor.rewrite.meterlint.mechanism',
  ends: 'refactor.rewrite.meterlint.ends',
  hops: 'refactor.rewrite.meterlint.hops',
  'every-hop': 'refactor.rewrite.meterlint.every-hop',
};

describe('refactorings', () => {
  for (const [folder, kind] of Object.entries(kinds)) {
    describe(folder, () => {
      for (const name of readdirSync(path.join(import.meta.dirname, folder))) {
        const one = read(readFileSync(path.join(import.meta.dirname, folder, name), 'utf8'));
        it(`${name.replace('.meter', '').replaceAll('-', ' ')}: is as written`, async () => {
          assert.deepEqual(await offered(one, kind), one.expected);
        });
        it(`${name.replace('.meter', '').replaceAll('-', ' ')}: keeps CRLF`, async () => {
          const crlf = withCrlf(one);
          assert.deepEqual(await offered(crlf, kind), crlf.expected);
        });
      }
    });
  }
});
