import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { EmptyFileSystem, URI } from 'langium';
import { adoptBuilt } from '../../language/built/index.js';
import { createServerServices, type MeterServerSharedServices } from '../../server/module.js';
import type { BuiltCatalogue } from '../../workspace/index.js';
import { messageOf } from '../support/message.js';
import { builtCatalogue, root } from '../support/workspace.js';

const example = (file: string) => readFileSync(path.join(root, 'examples', file), 'utf8');

const start: Readonly<Record<string, string>> = {
  'riverside.meter': example('riverside.meter'),
  'zones.meter': example('zones.meter'),
  'own.meter': 'define component cabinet "Cabinet" is data-concentrator\ndefine control seal-check on component\n',
  'annex.meter': 'import "zones.meter"\ndata extra is billing-data\ncomponent annex is cabinet in street { stores extra }\n',
};
const files = Object.keys(start);
const at = (file: string) => URI.parse(`file:///ws/${file}`);

/** A server on files in memory. */
class Editor {
  readonly texts: Map<string, string>;
  private readonly shared: MeterServerSharedServices;
  private readonly running: Promise<void>[] = [];

  constructor(
    texts: ReadonlyMap<string, string>,
    private readonly builtIn: BuiltCatalogue,
  ) {
    this.texts = new Map(texts);
    const readFile = (uri: URI) => Promise.resolve(this.texts.get(uri.path.slice('/ws/'.length)) ?? '');
    const stat = (uri: URI) => Promise.resolve({ uri, isFile: true, isDirectory: false });
    this.shared = createServerServices({
      ...EmptyFileSystem,
      fileSystemProvider: () => Object.assign(EmptyFileSystem.fileSystemProvider(), { readFile, stat }),
      builtIn,
      today: () => '2027-03-15',
      log: (message) => assert.fail(message),
    }).shared;
    this.shared.meter.WorkspaceFolders.set([URI.parse('file:///ws')]);
  }

  async open(): Promise<void> {
    const { DocumentBuilder, LangiumDocuments, LangiumDocumentFactory } = this.shared.workspace;
    const add = (uri: URI, text: string) => {
      LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, uri));
    };
    adoptBuilt(this.builtIn, this.shared);
    for (const [file, text] of this.texts) add(at(file), text);
    await DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: true });
  }

  /** Returns before the server has worked it in, so that the next edit may interrupt it. */
  set(file: string, text: string | undefined): void {
    if (text === undefined) this.texts.delete(file);
    else this.texts.set(file, text);
    const [changed, deleted] = text === undefined ? [[], [at(file)]] : [[at(file)], []];
    this.running.push(
      this.shared.workspace.WorkspaceLock.write((token) => this.shared.workspace.DocumentBuilder.update(changed, deleted, token)),
    );
  }

  async settle(): Promise<void> {
    await Promise.all(this.running.splice(0));
  }

  /** Everything that the server would show, and every finding. */
  told(): { diagnostics: readonly string[]; findings: readonly string[] } {
    const documents = this.shared.workspace.LangiumDocuments.all.filter(({ uri }) => uri.scheme === 'file').toArray();
    const diagnostics = documents.flatMap((document) =>
      (document.diagnostics ?? []).map((one) => `${document.uri.path} ${JSON.stringify(one.range)} ${messageOf(one)}`),
    );
    const findings = this.shared.server.Current.get().assessments.flatMap((one) => one.findings.map(({ id, state }) => `${id} ${state}`));
    return { diagnostics: diagnostics.sort(), findings: findings.sort() };
  }
}

const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), line: fc.nat(70) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('double' as const), line: fc.nat(70) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('break' as const), line: fc.nat(70) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), line: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), line: fc.constant(0) }) },
);

function edited(text: string | undefined, file: string, { kind, line }: { kind: string; line: number }): string | undefined {
  if (kind === 'delete') return undefined;
  if (kind === 'restore' || text === undefined) return start[file];
  const lines = text.split('\n');
  const index = line % lines.length;
  if (kind === 'cut') lines.splice(index, 1);
  else if (kind === 'double') lines.splice(index, 0, lines[index]!);
  else lines[index] = `${lines[index]!.slice(0, 12)} { "`;
  return lines.join('\n');
}

/** Turns of the event loop before the next edit: none and few interrupt a build, many let it end. */
const pause = fc.constantFrom(0, 1, 2, 3, 5, 8, 13, 40);

describe('a server after many edits', () => {
  it('shows what a new one would show for the same texts, whatever was interrupted', async function () {
    let interrupted = 0;
    const builtIn = await builtCatalogue();
    const session = fc.array(fc.record({ file: fc.constantFrom(...files), edit, pause }), { minLength: 3, maxLength: 12 });
    const property = fc.asyncProperty(session, async (edits) => {
      const server = new Editor(new Map(Object.entries(start)), builtIn);
      await server.open();
      for (const { file, edit: one, pause: turns } of edits) {
        server.set(file, edited(server.texts.get(file), file, one));
        if (turns < 13) interrupted++;
        for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
      await server.settle();
      const fresh = new Editor(server.texts, builtIn);
      await fresh.open();
      assert.deepEqual(server.told(), fresh.told());
    });
    await fc.assert(property, { seed: 20_270_315, numRuns: 25 });
    assert.ok(interrupted > 100, `${interrupted} edits came soon after another`);
  });
});
