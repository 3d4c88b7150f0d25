import { DocumentState, URI, WorkspaceCache, type LangiumDocument, type LangiumSharedCoreServices } from 'langium';
import { modelOf } from '../parsing/model.js';
import type { WorkspaceFolders } from './folders.js';
import { importTarget, importsOf, isBuiltIn } from './imports.js';
import { elementTypes, type Visibility } from './visibility.js';
import { written } from '../parsing/written.js';

/** What imports are for: elements that a file names, and those that a design takes up. Read once for each state of the workspace. */
export class ImportUse {
  private readonly graph: WorkspaceCache<'importers', ReadonlyMap<string, readonly LangiumDocument[]>>;
  private readonly used: WorkspaceCache<string, ReadonlySet<string>>;
  private readonly seen: WorkspaceCache<string, ReadonlySet<string>>;
  private readonly firm: WorkspaceCache<string, boolean>;
  private readonly above: WorkspaceCache<string, readonly LangiumDocument[]>;
  private readonly closures: WorkspaceCache<string, ReadonlySet<string>>;
  private readonly direct: WorkspaceCache<string, ReadonlySet<string>>;

  constructor(
    private readonly shared: LangiumSharedCoreServices,
    private readonly folders: WorkspaceFolders,
    private readonly visibility: Visibility,
  ) {
    this.graph = new WorkspaceCache(shared, DocumentState.IndexedContent);
    this.used = new WorkspaceCache(shared, DocumentState.IndexedReferences);
    this.seen = new WorkspaceCache(shared, DocumentState.IndexedReferences);
    this.firm = new WorkspaceCache(shared, DocumentState.IndexedReferences);
    this.above = new WorkspaceCache(shared, DocumentState.IndexedReferences);
    this.closures = new WorkspaceCache(shared, DocumentState.IndexedContent);
    this.direct = new WorkspaceCache(shared, DocumentState.IndexedContent);
  }

  /** Whether the file itself, or one that imports it, needs what an import of it makes visible and is not visible without it. */
  isNeeded(document: LangiumDocument, target: LangiumDocument): boolean {
    if (this.isFirm(document, target)) return true;
    return this.wanting(document).some(
      (importer) => !this.directly(importer).has(target.uri.toString()) && this.needs(importer, target, this.firmly(importer)),
    );
  }

  /** The files that import a file, directly or through others, and need something that they do not see by firm imports alone. */
  private wanting(document: LangiumDocument): readonly LangiumDocument[] {
    return this.above.get(document.uri.toString(), () => {
      const seen = new Set([document.uri.toString()]);
      const open = [...this.importersOf(document)];
      const found: LangiumDocument[] = [];
      for (let importer = open.pop(); importer !== undefined; importer = open.pop()) {
        const key = importer.uri.toString();
        if (seen.has(key)) continue;
        seen.add(key);
        if (this.needs(importer, importer, this.firmly(importer))) found.push(importer);
        open.push(...this.importersOf(importer));
      }
      return found;
    });
  }

  /** Whether the file needs its import for itself, whoever imports it: such an import is never called unused. */
  private isFirm(document: LangiumDocument, target: LangiumDocument): boolean {
    return this.firm.get(`${document.uri.toString()} ${target.uri.toString()}`, () => this.needs(document, target, new Set()));
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

  /** Whether a file needs one that `target` is or imports, apart from those that it sees anyway. */
  private needs(file: LangiumDocument, target: LangiumDocument, anyway: ReadonlySet<string>): boolean {
    const brought = this.brought(target);
    for (const uri of this.usedBy(file)) if (brought.has(uri) && !anyway.has(uri)) return true;
    if (modelOf(file).designs.length === 0) return false;
    return this.visibility.closure(target).some((one) => !anyway.has(one.uri.toString()) && modelOf(one).elements.length > 0);
  }

  /** The addresses of a file and of all that it imports. */
  private brought(target: LangiumDocument): ReadonlySet<string> {
    return this.closures.get(target.uri.toString(), () => new Set(this.visibility.closure(target).map(({ uri }) => uri.toString())));
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
      // The catalogue imports nothing of a workspace, and asking makes its trees.
      if (isBuiltIn(document.uri)) continue;
      for (const uri of this.directly(document)) {
        const same = importers.get(uri);
        if (same === undefined) importers.set(uri, [document]);
        else same.push(document);
      }
    }
    return importers;
  }

  private directly(document: LangiumDocument): ReadonlySet<string> {
    return this.direct.get(document.uri.toString(), () => {
      const targets = importsOf(document).flatMap(({ path }) =>
        written(path) === undefined ? [] : [importTarget(document.uri, path, this.folders)],
      );
      return new Set(targets.flatMap((one) => ('uri' in one ? [one.uri.toString()] : [])));
    });
  }
}
