import { DocumentState, URI, WorkspaceCache, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import { modelOf } from '../parsing/model.js';
import type { WorkspaceFolders } from './folders.js';
import { importTarget, importsOf } from './imports.js';
import { elementTypes, type Visibility } from './visibility.js';
import { written } from '../parsing/written.js';

/** What imports are for: elements that a file names, and those that a design takes up. Read once for each state of the workspace. */
export class ImportUse {
  private readonly graph: WorkspaceCache<'importers', ReadonlyMap<string, readonly LangiumDocument[]>>;
  private readonly used: WorkspaceCache<string, ReadonlySet<string>>;
  private readonly seen: WorkspaceCache<string, ReadonlySet<string>>;
  private readonly firm: WorkspaceCache<string, boolean>;

  constructor(
    private readonly shared: LangiumSharedCoreServices,
    private readonly folders: WorkspaceFolders,
    private readonly visibility: Visibility,
  ) {
    this.graph = new WorkspaceCache(shared, DocumentState.IndexedContent);
    this.used = new WorkspaceCache(shared, DocumentState.IndexedReferences);
    this.seen = new WorkspaceCache(shared, DocumentState.IndexedReferences);
    this.firm = new WorkspaceCache(shared, DocumentState.IndexedReferences);
  }

  /** Whether the file itself, or one that imports it, needs what an import of it makes visible and is not visible without it. */
  isNeeded(document: LangiumDocument, target: LangiumDocument): boolean {
    if (this.isFirm(document, target)) return true;
    const brought = this.visibility.closure(target);
    const seen = new Set([document.uri.toString()]);
    const open = [...this.importersOf(document)];
    for (let importer = open.pop(); importer !== undefined; importer = open.pop()) {
      const key = importer.uri.toString();
      if (seen.has(key)) continue;
      seen.add(key);
      const isSeenAnyway = this.directly(importer).has(target.uri.toString());
      if (!isSeenAnyway && this.needs(importer, brought, this.firmly(importer))) return true;
      open.push(...this.importersOf(importer));
    }
    return false;
  }

  /** Whether the file needs its import for itself, whoever imports it: such an import is never called unused. */
  private isFirm(document: LangiumDocument, target: LangiumDocument): boolean {
    return this.firm.get(`${document.uri.toString()} ${target.uri.toString()}`, () =>
      this.needs(document, this.visibility.closure(target), new Set()),
    );
  }

  /** What a file sees by imports that all are firm. Two ways round about that are not could both be taken away, so neither counts. */
  private firmly(start: LangiumDocument): ReadonlySet<string> {
    return this.seen.get(start.uri.toString(), () => {
      const found = new Set([start.uri.toString()]);
      const open = [start];
      for (let document = open.pop(); document !== undefined; document = open.pop()) {
        for (const uri of this.directly(document)) {
          const target = this.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
          if (target === undefined || found.has(uri) || !this.isFirm(document, target)) continue;
          found.add(uri);
          open.push(target);
        }
      }
      return found;
    });
  }

  private needs(file: LangiumDocument, brought: readonly LangiumDocument[], anyway: ReadonlySet<string>): boolean {
    const used = this.usedBy(file);
    const isDesign = modelOf(file).designs.length > 0;
    return brought.some((one) => {
      const uri = one.uri.toString();
      return !anyway.has(uri) && (used.has(uri) || (isDesign && modelOf(one).elements.length > 0));
    });
  }

  /** The files whose elements a file names. */
  private usedBy(document: LangiumDocument): ReadonlySet<string> {
    return this.used.get(document.uri.toString(), () => {
      const descriptions = document.references.map((one) => ('$nodeDescription' in one ? one.$nodeDescription : undefined));
      return new Set(descriptions.flatMap((one) => (one !== undefined && elementTypes.has(one.type) ? [one.documentUri.toString()] : [])));
    });
  }

  private importersOf(document: LangiumDocument): readonly LangiumDocument[] {
    return this.graph.get('importers', () => this.collectImporters()).get(document.uri.toString()) ?? [];
  }

  private collectImporters(): ReadonlyMap<string, readonly LangiumDocument[]> {
    const importers = new Map<string, LangiumDocument[]>();
    for (const document of this.shared.workspace.LangiumDocuments.all) {
      for (const uri of this.directly(document)) {
        const same = importers.get(uri);
        if (same === undefined) importers.set(uri, [document]);
        else same.push(document);
      }
    }
    return importers;
  }

  private directly(document: LangiumDocument): ReadonlySet<string> {
    const targets = importsOf(document).flatMap(({ path }) =>
      written(path) === undefined ? [] : [importTarget(document.uri, path, this.folders)],
    );
    return new Set(targets.flatMap((one) => ('uri' in one ? [one.uri.toString()] : [])));
  }
}
