// The room `language/names/`: what a name may refer to from where: definitions everywhere, elements in their file and in files that
// import it.
// May import `language/parsing`, `language/generated`, `language/model`, `language/semantics`, `langium`, `picomatch/*`.

import {
  DocumentState,
  WorkspaceCache,
  type AstNodeDescription,
  type LangiumDocument,
  type LangiumSharedCoreServices,
  type URI,
} from 'langium';
import type { WorkspaceFolders } from './folders.js';
import { importClosure, importedBy } from './imports.js';

/** Descriptions by name, in the order in which they count. */
export type NameTable = ReadonlyMap<string, readonly AstNodeDescription[]>;

export const elementTypes: ReadonlySet<string> = new Set(['Zone', 'Component', 'Data', 'Link', 'Flow', 'Phase', 'Variant', 'Design']);

/** Which names may be used where: definitions everywhere, elements in their file and in those that import it. */
export class Visibility {
  private readonly cache: WorkspaceCache<string, NameTable | ReadonlyMap<string, NameTable>>;

  private readonly closures: WorkspaceCache<string, readonly LangiumDocument[]>;
  private readonly direct: WorkspaceCache<string, readonly LangiumDocument[]>;

  constructor(
    private readonly shared: LangiumSharedCoreServices,
    private readonly folders: WorkspaceFolders,
  ) {
    this.cache = new WorkspaceCache(shared, DocumentState.IndexedContent);
    this.closures = new WorkspaceCache(shared, DocumentState.IndexedContent);
    this.direct = new WorkspaceCache(shared, DocumentState.IndexedContent);
  }

  /** Definitions of one sort (an AST type such as `Control`). The built-in ones come first. */
  definitions(type: string): NameTable {
    const all = this.cache.get('definitions', () => this.collectDefinitions()) as ReadonlyMap<string, NameTable>;
    return all.get(type) ?? new Map();
  }

  /** Elements that a file sees: its own first, then those of the files it imports. */
  elements(uri: URI): NameTable {
    return this.cache.get(`elements ${uri.toString()}`, () => {
      const document = this.shared.workspace.LangiumDocuments.getDocument(uri);
      return document === undefined ? new Map() : this.collectElements(this.closure(document));
    }) as NameTable;
  }

  /** The file and all files it imports, as they stand now; found once for each state of the workspace. */
  closure(document: LangiumDocument): readonly LangiumDocument[] {
    return this.closures.get(document.uri.toString(), () => importClosure(document, (one) => this.imports(one)));
  }

  /** The same while files come and go, before what is remembered of the workspace is up to date again. */
  closureNow(document: LangiumDocument): readonly LangiumDocument[] {
    return importClosure(document, (one) => importedBy(one, this.shared.workspace.LangiumDocuments, this.folders));
  }

  /** The files that a file imports itself. */
  imports(document: LangiumDocument): readonly LangiumDocument[] {
    return this.direct.get(document.uri.toString(), () => importedBy(document, this.shared.workspace.LangiumDocuments, this.folders));
  }

  private collectDefinitions(): ReadonlyMap<string, NameTable> {
    const sorts = new Map<string, Map<string, AstNodeDescription[]>>();
    for (const description of this.shared.workspace.IndexManager.allElements()) {
      if (elementTypes.has(description.type)) continue;
      let table = sorts.get(description.type);
      if (table === undefined) sorts.set(description.type, (table = new Map<string, AstNodeDescription[]>()));
      add(table, description);
    }
    for (const table of sorts.values()) {
      for (const same of table.values()) if (same.length > 1) same.sort(builtInFirst);
    }
    return sorts;
  }

  private collectElements(files: readonly LangiumDocument[]): NameTable {
    const table = new Map<string, AstNodeDescription[]>();
    for (const file of files) {
      for (const description of this.shared.workspace.IndexManager.allElements(undefined, new Set([file.uri.toString()]))) {
        if (elementTypes.has(description.type)) add(table, description);
      }
    }
    return table;
  }
}

function add(table: Map<string, AstNodeDescription[]>, description: AstNodeDescription): void {
  const same = table.get(description.name);
  if (same === undefined) table.set(description.name, [description]);
  else same.push(description);
}

function builtInFirst(a: AstNodeDescription, b: AstNodeDescription): number {
  const rank = (d: AstNodeDescription) => (d.documentUri.scheme === 'meterlint-catalogue' ? 0 : 1);
  return rank(a) - rank(b) || compare(a.documentUri.toString(), b.documentUri.toString());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
