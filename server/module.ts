import type { Module } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  DefaultTextDocumentContentProvider,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from 'langium/lsp';
import type { MeterAddedSharedServices } from '../language/module.js';
import { layOut } from '../picture/index.js';
import { catalogueScheme } from '../language/names/imports.js';
import { createContainer, type BuiltCatalogue, type Container } from '../workspace/index.js';
import { ClientAbilities } from './abilities.js';
import { MeterCodeActions } from './actions.js';
import { MeterDocumentUpdates } from './closing.js';
import { CurrentSnapshot } from './current.js';
import { MeterCompletion } from './completion.js';
import { FindingsValidator } from './diagnostics.js';
import { MeterFormatter } from './formatting.js';
import { KnownDocuments } from './known-documents.js';
import { MeterLanguageServer } from './language-server.js';
import { grammarConfig, navigation, sharedNavigation } from './navigation/index.js';
import { PatientLock } from './patient-lock.js';
import { Projects } from './projects.js';
import { publishChanges } from './publishing.js';
import { Reaches } from './reach/reaches.js';
import type { Place } from './place-aside.js';
import { MeterRename } from './rename.js';
import { DocumentsSetAside, TextsSetAside } from './set-aside.js';
import { ReviewSettings } from './settings.js';
import { MeterNodeKinds } from './symbols.js';
import { ReviewSteps } from './steps.js';
import { Switches } from './switches.js';
import { Unread } from './unread.js';
import { views } from './views.js';
import { MeterDocumentBuilder, MeterWorkspaceManager } from './workspace.js';

export interface MeterAddedServerServices {
  readonly server: {
    /** The built-in catalogue: its texts by file name, or as data. */
    readonly BuiltIn: ServerContext['builtIn'];
    /** The workspace as it stands. */
    readonly Current: CurrentSnapshot;
    /** What projects state in their files. */
    readonly Projects: Projects;
    /** How far attackers get. */
    readonly Reaches: Reaches;
    readonly Settings: ReviewSettings;
    /** What could not be read. */
    readonly Unread: Unread;
    /** What is not read because a server has ended with it. */
    readonly SetAside: TextsSetAside;
    /** What the steps of the last review took. */
    readonly Steps: ReviewSteps;
    readonly ClientAbilities: ClientAbilities;
    /** Today, `YYYY-MM-DD`. */
    readonly today: () => string;
    /** Writes a line to the client's output. */
    readonly log: (message: string) => void;
    /** Gives a picture its places. */
    readonly place: Place;
  };
}
export type MeterServerSharedServices = LangiumSharedServices &
  MeterAddedSharedServices &
  MeterAddedServerServices & {
    readonly workspace: {
      readonly ConfigurationProvider: Switches;
      readonly WorkspaceManager: MeterWorkspaceManager;
      readonly WorkspaceLock: PatientLock;
    };
  };
export type MeterServerServices = LangiumServices & { readonly shared: MeterServerSharedServices };

export interface ServerContext extends DefaultSharedModuleContext {
  readonly builtIn: ReadonlyMap<string, string> | BuiltCatalogue;
  /** Where whatever reads files says what it could not read. */
  readonly unread?: Unread;
  readonly today: () => string;
  readonly log: (message: string) => void;
  /** Gives a picture its places, where that is not done here. */
  readonly place?: Place;
  /** Milliseconds that have passed since some moment. */
  readonly clock?: () => number;
  /** Milliseconds of processor time that the server has taken; none where nobody measures. */
  readonly processor?: () => number;
}

function sharedModule(
  context: ServerContext,
): Module<
  MeterServerSharedServices,
  PartialLangiumSharedServices & MeterAddedServerServices & { meter: Pick<MeterAddedSharedServices['meter'], 'isUnread'> }
> {
  return {
    meter: {
      // An editor's text needs no disk.
      isUnread: (services) => (uri) =>
        services.server.SetAside.has(uri) || (services.server.Unread.has(uri) && services.workspace.TextDocuments.get(uri) === undefined),
    },
    server: {
      BuiltIn: () => context.builtIn,
      Current: (services) => new CurrentSnapshot(services),
      Projects: (services) => new Projects(services.workspace.FileSystemProvider, services.server.log),
      Reaches: (services) => new Reaches(services.server.Current, services.workspace.DocumentBuilder),
      Settings: (services) => new ReviewSettings(services),
      Unread: () => context.unread ?? new Unread(),
      SetAside: () => new TextsSetAside(),
      Steps: () =>
        new ReviewSteps(() => ({ processor: context.processor?.() ?? 0, clock: (context.clock ?? (() => performance.now()))() })),
      ClientAbilities: () => new ClientAbilities(),
      today: () => context.today,
      log: () => context.log,
      place: () => context.place ?? layOut,
    },
    lsp: {
      LanguageServer: (services) => new MeterLanguageServer(services),
      DocumentUpdateHandler: (services) => new MeterDocumentUpdates(services),
      NodeKindProvider: () => new MeterNodeKinds(),
      ...sharedNavigation,
      TextDocumentContentProvider: (services) => new DefaultTextDocumentContentProvider(services, catalogueScheme),
    },
    workspace: {
      WorkspaceLock: () => new PatientLock(context.clock ?? (() => performance.now())),
      LangiumDocuments: (services) => new KnownDocuments(services),
      LangiumDocumentFactory: (services) => new DocumentsSetAside(services),
      WorkspaceManager: (services) => new MeterWorkspaceManager(services),
      ConfigurationProvider: (services) => new Switches(services),
      DocumentBuilder: (services) => new MeterDocumentBuilder(services),
    },
  };
}

const languageModule: Module<MeterServerServices, PartialLangiumServices> = {
  lsp: {
    CodeActionProvider: (services) => new MeterCodeActions(services),
    CompletionProvider: (services) => new MeterCompletion(services),
    Formatter: (services) => new MeterFormatter(services),
    RenameProvider: (services) => new MeterRename(services),
    ...navigation,
    ...views,
  },
  parser: { GrammarConfig: grammarConfig },
  validation: {
    DocumentValidator: (services) => new FindingsValidator(services),
  },
};

/** Everything the language server consists of. */
export function createServerServices(context: ServerContext): Container<MeterServerSharedServices, MeterServerServices> {
  const services: Container<MeterServerSharedServices, MeterServerServices> = createContainer({
    shared: [createDefaultSharedModule(context), sharedModule(context)],
    // Every service of the language needs those that the files have in common, the editor's among them.
    language: (shared) => [createDefaultModule({ shared: shared as MeterServerSharedServices }), languageModule],
  });
  if (context.connection !== undefined)
    publishChanges(context.connection, services.shared.workspace.DocumentBuilder, services.shared.server.Steps);
  return services;
}
