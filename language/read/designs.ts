import { DocumentState, WorkspaceCache, type LangiumDocument, type LangiumSharedCoreServices, type URI } from 'langium';
import type { Architecture } from '../model/architecture.js';
import type { Model } from '../generated/ast.js';
import type { Catalogue } from '../model/catalogue.js';
import { isBuiltIn } from '../names/imports.js';
import type { DecisionFiles } from '../names/decision-files.js';
import type { Visibility } from '../names/visibility.js';
import { modelOf } from '../parsing/model.js';
import { readArchitecture } from './architecture.js';
import { readCatalogue } from './catalogue.js';

/** A file and the tree that it had: reading a file anew makes another tree. */
interface Part {
  readonly document: LangiumDocument;
  readonly model: Model;
}

/** The designs of a workspace, and the fragments that are reviewed alone. Read once for each state of the workspace. */
export class Designs {
  /** The catalogue that was read last, and from what. */
  private last: { readonly from: readonly Part[]; readonly catalogue: Catalogue } | undefined;
  private readonly cache: WorkspaceCache<string, unknown>;

  constructor(
    private readonly shared: LangiumSharedCoreServices,
    private readonly visibility: Visibility,
    private readonly decisionFiles: DecisionFiles,
  ) {
    this.cache = new WorkspaceCache(shared, DocumentState.IndexedReferences);
  }

  /** The same one for as long as no file that defines or cites anything is read anew: an edit of a design leaves it as it is. */
  catalogue(): Catalogue {
    return this.cache.get('catalogue', () => {
      const from = this.shared.workspace.LangiumDocuments.all
        .map((document): Part => ({ document, model: modelOf(document) }))
        .filter(({ model: { definitions, cites } }) => definitions.length + cites.length > 0)
        .toArray();
      if (this.last === undefined || !areSame(this.last.from, from)) {
        this.last = { from, catalogue: readCatalogue(from.map(({ document }) => document)) };
      }
      return this.last.catalogue;
    }) as Catalogue;
  }

  /** In the order of their files' addresses. */
  all(): readonly Architecture[] {
    return this.cache.get('all', () => {
      const catalogue = this.catalogue();
      const mayDecide = (file: LangiumDocument) => this.decisionFiles.refusedBy(file.uri) === undefined;
      return this.roots().map((root) => readArchitecture(this.visibility.closure(root), catalogue, mayDecide));
    }) as readonly Architecture[];
  }

  /** The designs that a file is part of. */
  of(uri: URI): readonly Architecture[] {
    const key = uri.toString();
    return this.all().filter((architecture) => architecture.files.includes(key));
  }

  /** Files with a design, and fragments that none of those imports. */
  private roots(): LangiumDocument[] {
    const files = this.shared.workspace.LangiumDocuments.all
      .filter((document) => !isBuiltIn(document.uri))
      .toArray()
      .sort((a, b) => (a.uri.toString() < b.uri.toString() ? -1 : 1));
    const designs = files.filter((file) => modelOf(file).designs.length > 0);
    const covered = new Set(designs.flatMap((design) => this.visibility.closure(design)));
    const fragments = files.filter((file) => !covered.has(file) && modelOf(file).elements.length > 0);
    const imported = new Set(fragments.flatMap((file) => this.visibility.closure(file).slice(1)));
    // Fragments that only import each other have no root among them: the first of the rest stands for its circle.
    const roots = [...designs, ...fragments.filter((file) => !imported.has(file))];
    for (const root of roots) for (const file of this.visibility.closure(root)) covered.add(file);
    for (const file of fragments) {
      if (covered.has(file)) continue;
      roots.push(file);
      for (const other of this.visibility.closure(file)) covered.add(other);
    }
    return roots;
  }
}

function areSame(some: readonly Part[], others: readonly Part[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ document, model }, index) => document === others[index]!.document && model === others[index]!.model)
  );
}
