// The room `language/`: what a file says: the grammar, what names may refer to, the plain model, mistakes of writing. Knows no disk and
// no editor; broken text still gives a model, and nothing throws.
// May import `langium`, `picomatch/*`.

import {
  DefaultServiceRegistry,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
  type PartialLangiumSharedCoreServices,
  type URI,
} from 'langium';
import { DecisionFiles } from './names/decision-files.js';
import { DeclaredNames } from './names/declared.js';
import { OrderedDocuments } from './names/documents.js';
import { WorkspaceFolders } from './names/folders.js';
import { ImportUse } from './names/import-use.js';
import { LateIndex } from './names/index-manager.js';
import { LateLinker } from './names/linker.js';
import { MeterScopeProvider } from './names/scope.js';
import { MeterScopeComputation } from './names/symbols.js';
import { Visibility } from './names/visibility.js';
import { CleanTexts } from './parsing/clean-texts.js';
import { EditedDocuments } from './parsing/edited-documents.js';
import { GuardedParser } from './parsing/guard.js';
import { HumanLexerMessages, HumanParserMessages } from './parsing/messages.js';
import { SoftKeywords } from './parsing/soft-keywords.js';
import { Designs } from './read/designs.js';
import { Mistakes } from './wellformed/mistakes.js';

/** What all documents share, beside Langium's own. */
export interface MeterAddedSharedServices {
  readonly meter: {
    readonly WorkspaceFolders: WorkspaceFolders;
    readonly DecisionFiles: DecisionFiles;
    readonly Visibility: Visibility;
    readonly ImportUse: ImportUse;
    readonly Designs: Designs;
    readonly Mistakes: Mistakes;
    /** Whether a file is there and could not be read: what stands in it is not known. */
    readonly isUnread: (uri: URI) => boolean;
  };
  readonly workspace: { readonly IndexManager: LateIndex };
}
export type MeterSharedServices = LangiumSharedCoreServices & MeterAddedSharedServices;

/** There is one language: a text without the usual ending (an untitled one) is read as it, too. */
class OneLanguage extends DefaultServiceRegistry {
  override getServices(uri: URI): LangiumCoreServices {
    const [only] = this.all;
    return only ?? super.getServices(uri);
  }
}

export const MeterSharedModule: Module<MeterSharedServices, MeterAddedSharedServices & PartialLangiumSharedCoreServices> = {
  ServiceRegistry: (services) => new OneLanguage(services),
  workspace: {
    LangiumDocuments: (services) => new OrderedDocuments(services),
    LangiumDocumentFactory: (services) => new EditedDocuments(services),
    IndexManager: (services) => new LateIndex(services),
  },
  meter: {
    WorkspaceFolders: () => new WorkspaceFolders(),
    DecisionFiles: () => new DecisionFiles(),
    Visibility: (services) => new Visibility(services, services.meter.WorkspaceFolders),
    ImportUse: (services) => new ImportUse(services, services.meter.WorkspaceFolders, services.meter.Visibility),
    Designs: (services) => new Designs(services, services.meter.Visibility, services.meter.DecisionFiles),
    Mistakes: (services) => new Mistakes(services),
    isUnread: () => () => false,
  },
};

export type MeterCoreServices = LangiumCoreServices & { readonly shared: MeterSharedServices };

/** Overrides of Langium's services for one language; without LSP, so that the command line takes them as well. */
export const MeterCoreModule: Module<MeterCoreServices, PartialLangiumCoreServices> = {
  parser: {
    LangiumParser: (services) => new GuardedParser(services),
    TokenBuilder: () => new SoftKeywords(),
    ValueConverter: () => new CleanTexts(),
    ParserErrorMessageProvider: () => new HumanParserMessages(),
    LexerErrorMessageProvider: () => new HumanLexerMessages(),
  },
  references: {
    NameProvider: () => new DeclaredNames(),
    Linker: (services) => new LateLinker(services),
    ScopeComputation: (services) => new MeterScopeComputation(services),
    ScopeProvider: (services) => new MeterScopeProvider(services, services.shared.meter.Visibility),
  },
};
