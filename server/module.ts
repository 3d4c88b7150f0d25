import { inject, type Module } from 'langium';
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
import { MeterGeneratedModule, MeterGeneratedSharedModule } from '../language/generated/module.js';
import { MeterCoreModule, MeterSharedModule, type MeterAddedSharedServices } from '../language/module.js';
import { catalogueScheme } from '../language/names/imports.js';
import { ClientAbilities } from './abilities.js';
import { MeterCodeActions } from './actions.js';
import { Assessments } from './assessments.js';
import { Trials } from './authoring/trial.js';
import { MeterDocumentUpdates } from './closing.js';
import { MeterCompletion } from './completion.js';
import { FindingsValidator } from './diagnostics.js';
import { MeterFormatter } from './formatting.js';
import { MeterLanguageServer } from './language-server.js';
import { grammarConfig, navigation, sharedNavigation } from './navigation/index.js';
import { MeterRename } from './rename.js';
import { MeterNodeKinds } from './symbols.js';
import { Switches } from './switches.js';
import { views } from './views.js';
import { MeterDocumentBuilder, MeterWorkspaceManager } from './workspace.js';

export interface MeterAddedServerServices {
  readonly server: {
    /** Texts of the built-in catalogue by file name. */
    readonly CatalogueTexts: ReadonlyMap<string, string>;
    readonly Assessments: Assessments;
    /** What each requirement would come to on the designs of the workspace. */
    readonly Trials: Trials;
    /** Reads what users set; says whether something changed. */
    readonly Settings: { read: () => Promise<boolean> };
    readonly ClientAbilities: ClientAbilities;
    /** Today, `YYYY-MM-DD`. */
    readonly today: () => string;
    /** Writes a line to the client's output. */
    readonly log: (message: string) => void;
  };
}
export type MeterServerSharedServices = LangiumSharedServices &
  MeterAddedSharedServices &
  MeterAddedServerServices & { readonly workspace: { readonly ConfigurationProvider: Switches } };
export type MeterServerServices = LangiumServices & { readonly shared: MeterServerSharedServices };

export interface ServerContext extends DefaultSharedModuleContext {
  readonly catalogueTexts: ReadonlyMap<string, string>;
  readonly today: () => string;
  readonly log: (message: string) => void;
}

function sharedModule(context: ServerContext): Module<MeterServerSharedServices, PartialLangiumSharedServices & MeterAddedServerServices> {
  return {
    server: {
      CatalogueTexts: () => context.catalogueTexts,
      Assessments: (services) => new Assessments(services),
      Trials: (services) => new Trials(services),
      Settings: () => ({ read: () => Promise.resolve(false) }),
      ClientAbilities: () => new ClientAbilities(),
      today: () => context.today,
      log: () => context.log,
    },
    lsp: {
      LanguageServer: (services) => new MeterLanguageServer(services),
      DocumentUpdateHandler: (services) => new MeterDocumentUpdates(services),
      NodeKindProvider: () => new MeterNodeKinds(),
      ...sharedNavigation,
      TextDocumentContentProvider: (services) => new DefaultTextDocumentContentProvider(services, catalogueScheme),
    },
    workspace: {
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
export function createServerServices(context: ServerContext): { shared: MeterServerSharedServices; meter: MeterServerServices } {
  const shared = inject(
    createDefaultSharedModule(context),
    MeterGeneratedSharedModule,
    MeterSharedModule as never,
    sharedModule(context) as never,
  ) as unknown as MeterServerSharedServices;
  const meter = inject(
    createDefaultModule({ shared }),
    MeterGeneratedModule,
    MeterCoreModule as never,
    languageModule as never,
  ) as unknown as MeterServerServices;
  shared.ServiceRegistry.register(meter);
  return { shared, meter };
}
