import { UriUtils, type FileSystemNode, type LangiumDocument, URI } from 'langium';
import { DefaultWorkspaceManager, type Stream } from 'langium';
import { DefaultDocumentBuilder, DocumentState, OperationCancelled } from 'langium';
import { CancellationToken, CancellationTokenSource, type InitializeParams, type WorkspaceFolder } from 'vscode-languageserver';
import { adoptBuilt } from '../language/built/index.js';
import { catalogueUri, isBuiltIn } from '../language/names/imports.js';
import { modelOf } from '../language/parsing/model.js';
import { contains } from '../language/names/folders.js';
import { LeftOutFiles } from './left-out-files.js';
import { LoneFiles } from './lone-files.js';
import type { MeterServerSharedServices } from './module.js';

const readsAtOnce = 16;
const mostFiles = 5000;
/** Of those that are not read, so many are told one by one. */
const mostTold = 1000;
/** How many files in a row, each importing the next, are read for one that was opened without its folder. */
const longestChain = 100;

/** Loads the catalogue and every `.meter` file of the workspace, a few at a time; a file that cannot be read stops nothing. */
export class MeterWorkspaceManager extends DefaultWorkspaceManager {
  private readonly shared: MeterServerSharedServices;

  constructor(services: MeterServerSharedServices) {
    super(services);
    this.shared = services;
    // Without it nothing is validated until the first edit.
    this.initialBuildOptions = { validation: true };
  }

  /** A client that knows of one folder only names it in the way that all did once. */
  override initialize(params: InitializeParams): void {
    super.initialize(params);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- those that have nothing else still send it
    const { rootUri } = params;
    if (this.folders === undefined && rootUri !== null) this.folders = [{ uri: rootUri, name: UriUtils.basename(URI.parse(rootUri)) }];
  }

  override async performStartup(folders: WorkspaceFolder[]): Promise<LangiumDocument[]> {
    this.setFolders(folders);
    // Before anything is reviewed; without an answer the rules of no setting hold.
    await this.shared.server.Settings.read().catch((error: unknown) => {
      this.shared.server.log(`Settings: ${String(error)}`);
    });
    return super.performStartup(folders);
  }

  setFolders(folders: readonly WorkspaceFolder[]): void {
    this.folders = [...folders];
    this.shared.meter.WorkspaceFolders.set(folders.map((folder) => URI.parse(folder.uri)));
  }

  protected override loadAdditionalDocuments(_folders: WorkspaceFolder[], collector: (document: LangiumDocument) => void): Promise<void> {
    const { BuiltIn } = this.shared.server;
    if ('catalogue' in BuiltIn) {
      adoptBuilt(BuiltIn, this.shared);
      return Promise.resolve();
    }
    for (const [file, text] of BuiltIn) collector(this.shared.workspace.LangiumDocumentFactory.fromString(text, catalogueUri(file)));
    return Promise.resolve();
  }

  protected override async loadWorkspaceDocuments(uris: Stream<URI>, collector: (document: LangiumDocument) => void): Promise<void> {
    const all = uris.toArray().sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
    const queue = all.slice(0, mostFiles);
    this.passOver(all.slice(mostFiles), all.length, collector);
    const worker = async (): Promise<void> => {
      for (let uri = queue.shift(); uri !== undefined; uri = queue.shift()) {
        try {
          collector(await this.read(uri));
        } catch (error) {
          this.shared.server.log(`Not loaded: ${uri.path}: ${String(error)}`);
          this.shared.server.Unread.tell(uri, 'it could not be loaded');
        }
      }
    };
    await Promise.all(Array.from({ length: readsAtOnce }, worker));
    await this.loadImported(collector);
  }

  private async read(uri: URI): Promise<LangiumDocument> {
    return this.langiumDocuments.getDocument(uri) ?? (await this.shared.workspace.LangiumDocumentFactory.fromUri(uri));
  }

  /** What is passed over and imported all the same; what that imports comes with the next round. */
  private async loadImported(collector: (document: LangiumDocument) => void): Promise<void> {
    const leftOut = leftOutFilesOf(this.shared);
    for (let step = 0; step < longestChain; step++) {
      const { wanted } = await leftOut.due();
      if (wanted.length === 0) return;
      for (const uri of wanted) collector(await this.read(uri));
    }
  }

  /** Files of the workspace that are not read: those that were passed over under other settings. */
  async filesNotRead(): Promise<URI[]> {
    const found: URI[] = [];
    for (const folder of this.shared.meter.WorkspaceFolders.all()) found.push(...(await this.searchFolder(folder)));
    return found.filter((uri) => !this.langiumDocuments.hasDocument(uri)).slice(0, mostFiles);
  }

  /** What is not read stands there without a text, so that it is told of. */
  private passOver(uris: readonly URI[], count: number, collector: (document: LangiumDocument) => void): void {
    if (uris.length === 0) return;
    this.shared.server.log(`Only the first ${mostFiles} of ${count} files are read.`);
    for (const uri of uris.slice(0, mostTold)) {
      this.shared.server.Unread.tell(uri, `an editor reads the first ${mostFiles} of the ${count} files of this workspace`);
      collector(this.shared.workspace.LangiumDocumentFactory.fromString('', uri));
    }
  }

  /** Looks at the whole path below the workspace: Langium looks at the last part only and would load what is watched inside `node_modules`. */
  override shouldIncludeEntry(entry: FileSystemNode): boolean {
    const name = UriUtils.basename(entry.uri);
    const parts = this.partsBelowWorkspace(entry.uri);
    if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) return false;
    if (entry.isDirectory) return true;
    return entry.isFile && name.endsWith('.meter') && !this.shared.server.Projects.leavesOut(entry.uri);
  }

  private partsBelowWorkspace(uri: URI): string[] {
    const folder = this.shared.meter.WorkspaceFolders.all().find((one) => contains(one, uri));
    return uri.path
      .slice(folder?.path.length ?? 0)
      .split('/')
      .filter((part) => part !== '');
  }
}

/** Other schemes (`git:`, an output panel) show texts that are no part of the workspace. */
const ours = (uri: URI): boolean => uri.scheme === 'file' || uri.scheme === 'untitled' || uri.scheme.startsWith('vscode-');

/**
 * A finding depends on files that do not mention its element, so that Langium's rebuild, which follows references, leaves
 * it stale. Here every edit links again what can see the changed file and validates every file of the workspace again.
 */
export class MeterDocumentBuilder extends DefaultDocumentBuilder {
  private readonly shared: MeterServerSharedServices;
  /** What knows files that are read although they are no part of the workspace's folders as they stand. */
  private readonly beside: () => readonly [LoneFiles, LeftOutFiles];
  /** What was changed, and is not validated yet. */
  private readonly untold = new Set<string>();
  private asked: ReadonlySet<string> = new Set();

  constructor(services: MeterServerSharedServices) {
    super(services);
    this.shared = services;
    let beside: readonly [LoneFiles, LeftOutFiles] | undefined;
    // What sees files waits for builds itself: it is there only when this one is made.
    this.beside = () => (beside ??= [loneFilesOf(services), leftOutFilesOf(services)]);
    this.updateBuildOptions = { validation: true };
    const { Steps } = services.server;
    for (const [state, step] of [
      [DocumentState.IndexedContent, 'read'],
      [DocumentState.IndexedReferences, 'link'],
    ] as const) {
      this.onBuildPhase(state, () => {
        Steps.reached(step);
      });
    }
    this.onBuildPhase(DocumentState.Validated, () => {
      Steps.end();
    });
    this.onUpdate((changed, deleted) => {
      for (const uri of changed) this.untold.add(uri.toString());
      for (const uri of deleted) {
        this.untold.delete(uri.toString());
        // What is no part of the workspace any more is no gap in what is told of it.
        services.server.Unread.tell(uri, undefined);
      }
      if (changed.length === 0 && deleted.length === 0) return;
      for (const document of this.langiumDocuments.all) {
        if (document.state > DocumentState.IndexedReferences && !isBuiltIn(document.uri)) {
          this.resetToState(document, DocumentState.IndexedReferences);
        }
      }
    });
  }

  /**
   * Whoever listens is told although the build is interrupted meanwhile: the document has reached the state, and a build that need not bring it
   * there again would not tell of it. A request that waits for it would wait for ever.
   */
  protected override async notifyDocumentPhase(document: LangiumDocument, state: DocumentState): Promise<void> {
    await super.notifyDocumentPhase(document, state, CancellationToken.None);
    if (state !== DocumentState.Validated || !this.untold.delete(document.uri.toString())) return;
    if (this.untold.size === 0) this.shared.workspace.WorkspaceLock.told();
  }

  protected override shouldRelink(document: LangiumDocument, changed: Set<string>): boolean {
    if (isBuiltIn(document.uri)) return false;
    // What a file sees depends on the imports of the files in between, and definitions are seen everywhere.
    return (
      super.shouldRelink(document, changed) ||
      this.shared.meter.Visibility.closureNow(document).some((file) => changed.has(file.uri.toString())) ||
      [...changed].some((uri) => this.definesNames(uri))
    );
  }

  private definesNames(uri: string): boolean {
    const document = this.langiumDocuments.getDocument(URI.parse(uri));
    return document !== undefined && modelOf(document).definitions.length > 0;
  }

  /**
   * A text that was just opened is known only once the build before it has ended. Langium refuses what is asked of it until then, and an editor
   * shows that as an error, or shows nothing until the next edit. Here the answer waits.
   */
  protected override async awaitDocumentState(state: DocumentState, uri: URI, token: CancellationToken): Promise<URI> {
    const isOpened = ours(uri) && this.textDocuments?.get(uri) !== undefined;
    if (isOpened && !this.langiumDocuments.hasDocument(uri)) await this.untilKnown(uri, token);
    if (token.isCancellationRequested) return super.awaitDocumentState(state, uri, token);
    const waiting = new CancellationTokenSource();
    const asked = token.onCancellationRequested(() => {
      waiting.cancel();
    });
    // What is gone comes to no state any more: whoever waits for it would wait for ever.
    const gone = this.onUpdate((_changed, deleted) => {
      if (deleted.some((one) => UriUtils.equals(one, uri))) waiting.cancel();
    });
    try {
      return await super.awaitDocumentState(state, uri, waiting.token);
    } finally {
      asked.dispose();
      gone.dispose();
      waiting.dispose();
    }
  }

  private untilKnown(uri: URI, token: CancellationToken): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = (): void => {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- by this Langium knows a cancellation
        reject(OperationCancelled);
      };
      const end = (settle: () => void): void => {
        update.dispose();
        cancellation.dispose();
        settle();
      };
      const update = this.onUpdate(() => {
        if (this.langiumDocuments.hasDocument(uri)) end(resolve);
        else if (this.textDocuments?.get(uri) === undefined) end(refuse);
      });
      const cancellation = token.onCancellationRequested(() => {
        end(refuse);
      });
    });
  }

  /** What is asked for is read, whether or not the project passes it over. */
  protected override findChangedUris(changed: URI): Promise<URI[]> {
    return this.asked.has(changed.toString()) ? Promise.resolve([changed]) : super.findChangedUris(changed);
  }

  override async update(changed: URI[], deleted: URI[], cancelToken?: CancellationToken): Promise<void> {
    this.shared.server.Steps.begin();
    await super.update(changed.filter(ours), deleted.filter(ours), cancelToken);
    // What is read may import further files.
    for (let step = 0; step < longestChain; step++) {
      const due = await Promise.all(this.beside().map((one) => one.due()));
      const [wanted, idle] = [due.flatMap((one) => one.wanted), due.flatMap((one) => one.idle)];
      if (wanted.length === 0 && idle.length === 0) return;
      this.asked = new Set(wanted.map(String));
      await super.update(wanted, idle, cancelToken);
    }
  }
}

function leftOutFilesOf({ meter, server, workspace }: MeterServerSharedServices): LeftOutFiles {
  const { FileSystemProvider: files, LangiumDocuments: documents, TextDocuments: open } = workspace;
  return new LeftOutFiles({ files, documents, open, folders: meter.WorkspaceFolders, projects: server.Projects });
}

function loneFilesOf({ meter, workspace }: MeterServerSharedServices): LoneFiles {
  const { FileSystemProvider: files, LangiumDocuments: documents, TextDocuments: open } = workspace;
  return new LoneFiles({ files, documents, open, folders: meter.WorkspaceFolders, visibility: meter.Visibility });
}
