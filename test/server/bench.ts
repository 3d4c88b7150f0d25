import assert from 'node:assert/strict';
import { DocumentState, EmptyFileSystem, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { messageOf } from '../../language/wellformed/words/index.js';
import { elementsOfSort } from '../../language/semantics/index.js';
import { adoptBuilt } from '../../language/built/index.js';
import { importsOf } from '../../language/names/imports.js';
import { chooseFixCommand } from '../../server/protocol.js';
import { createServerServices, type MeterServerServices, type MeterServerSharedServices } from '../../server/module.js';
import type { Assessment } from '../../review/index.js';
import type { BuiltCatalogue } from '../../workspace/index.js';
import { today } from '../review/generate/names.js';

export type Files = ReadonlyMap<string, string>;

/** A server on one design in memory, without a client. */
export class Bench {
  readonly shared: MeterServerSharedServices;
  readonly services: MeterServerServices;
  texts: Files = new Map();

  /** @param builtIn the catalogue as it is compiled, which is how an editor has it; without it there is none. */
  constructor(builtIn?: BuiltCatalogue) {
    const made = createServerServices({
      ...EmptyFileSystem,
      builtIn: builtIn ?? new Map(),
      today: () => today,
      log: (line) => assert.fail(line),
    });
    [this.shared, this.services] = [made.shared, made.meter];
    this.shared.meter.WorkspaceFolders.set([URI.parse('file:///ws')]);
    this.shared.server.ClientAbilities.learn({
      capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
      initializationOptions: { commands: [chooseFixCommand] },
    });
    if (builtIn !== undefined) adoptBuilt(builtIn, this.shared);
  }

  private put(uri: URI, text: string): void {
    const { LangiumDocuments, LangiumDocumentFactory } = this.shared.workspace;
    LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, uri));
  }

  async set(texts: Files): Promise<void> {
    const { LangiumDocuments, DocumentBuilder } = this.shared.workspace;
    for (const [uri, text] of this.texts) if (texts.get(uri) !== text) LangiumDocuments.deleteDocument(URI.parse(uri));
    for (const [uri, text] of texts) if (this.texts.get(uri) !== text) this.put(URI.parse(uri), text);
    this.texts = texts;
    const documents = this.documents();
    for (const document of documents) DocumentBuilder.resetToState(document, DocumentState.Parsed);
    await DocumentBuilder.build(documents, { validation: true });
  }

  documents() {
    return this.shared.workspace.LangiumDocuments.all.filter(({ uri }) => uri.scheme === 'file').toArray();
  }

  /** Everything that is offered: at every element, control and import, and for each file as a whole. */
  async actions(): Promise<CodeAction[]> {
    const all = new Map<string, CodeAction>();
    for (const document of this.documents()) {
      const uri = document.uri.toString();
      const sources = this.shared.meter.Designs.sources();
      const [design] = this.shared.meter.Designs.of(document.uri);
      const elements = design === undefined ? [] : places.flatMap((sort) => elementsOfSort(design, sort));
      const offsets = [
        ...elements
          .filter(({ file }) => file === uri)
          .flatMap((element) => [element, ...element.controls].map((part) => sources.rangeOf(part))),
      ].map(({ startOffset }) => startOffset);
      offsets.push(...importsOf(document).map(({ $cstNode }) => $cstNode!.offset));
      const ranges = offsets.map((offset) => ({
        start: document.textDocument.positionAt(offset),
        end: document.textDocument.positionAt(offset),
      }));
      ranges.push(
        ...(document.diagnostics ?? [])
          .filter(({ data }) => (data as { readonly fixes?: unknown } | undefined)?.fixes !== undefined)
          .map(({ range }) => range),
      );
      for (const range of ranges) await this.collect(all, document, range, ['quickfix', 'refactor']);
      await this.collect(all, document, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, ['source']);
    }
    return [...all.values()];
  }

  private async collect(
    all: Map<string, CodeAction>,
    document: ReturnType<Bench['documents']>[number],
    range: Diagnostic['range'],
    only: string[],
  ) {
    const params = { textDocument: { uri: document.uri.toString() }, range, context: { diagnostics: [], only } };
    const found = (await this.services.lsp.CodeActionProvider!.getCodeActions(document, params)) ?? [];
    for (const action of found as CodeAction[]) if (action.edit !== undefined) all.set(JSON.stringify(action), action);
  }

  after({ edit }: CodeAction, from: Files): Files {
    const texts = new Map(from);
    const change = (uri: string, edits: readonly object[]) => {
      const before = TextDocument.create(uri, 'meter', 0, texts.get(uri) ?? '');
      texts.set(uri, TextDocument.applyEdits(before, [...edits] as never));
    };
    for (const [uri, edits] of Object.entries(edit?.changes ?? {})) change(uri, edits);
    for (const one of edit?.documentChanges ?? []) {
      if (!('kind' in one)) change(one.textDocument.uri, one.edits);
      else assert.ok(one.kind === 'create' && !texts.has(one.uri), 'only new files are created');
    }
    return texts;
  }

  errors(): Map<string, number> {
    const counts = new Map<string, number>();
    const snapshot = this.shared.server.Current.get();
    for (const mistake of this.documents().flatMap(({ uri }) =>
      snapshot.mistakes(uri.toString()).filter(({ severity }) => severity === 'error'),
    )) {
      const said = `${mistake.code} ${messageOf(mistake)}`;
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }
    return counts;
  }

  told(code: string, message: string): number {
    return this.documents().flatMap((document) =>
      (document.diagnostics ?? []).filter((one) => one.code === code && one.message === message),
    ).length;
  }

  assessments(): Map<string, Assessment> {
    return new Map(this.shared.server.Current.get().assessments.map((one) => [one.architecture.files[0]!, one]));
  }
}

const places = ['design', 'zone', 'component', 'data', 'link', 'flow'] as const;
