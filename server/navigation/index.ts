import { createGrammarConfig, DocumentState, type LangiumCoreServices } from 'langium';
import { createServerRequestHandler, WorkspaceState, type ServiceRequirements } from 'langium/lsp';
import type { Connection, LinkedEditingRangeParams, SelectionRangeParams, ServerCapabilities } from 'vscode-languageserver';
import type { MeterServerServices, MeterServerSharedServices } from '../module.js';
import { MeterCallHierarchy } from './call-hierarchy.js';
import { MeterDocumentLinks } from './document-links.js';
import { MeterFileMoves } from './file-moves.js';
import { MeterFolding } from './folding.js';
import { MeterHighlight } from './highlight.js';
import { linkedEditing } from './linked-editing.js';
import { MeterOutline } from './outline.js';
import { selectionRanges } from './selection-ranges.js';
import { MeterTypeHierarchy } from './type-hierarchy.js';
import { MeterWorkspaceSymbols } from './workspace-symbols.js';

/** Letters of names. Langium's own pattern knows the English ones only and finds no other name under the cursor. */
const nameLetter = /[\w\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0370-\u1FFF\u3040-\uD7FF]/u;

/** How one finds one's way: services of the language. */
export const navigation = {
  CallHierarchyProvider: (services: MeterServerServices) =>
    new MeterCallHierarchy(services, services.shared.workspace.LangiumDocuments, services.shared.lsp.NodeKindProvider),
  DocumentHighlightProvider: (services: MeterServerServices) => new MeterHighlight(services),
  DocumentLinkProvider: ({ shared: { meter, workspace } }: MeterServerServices) =>
    new MeterDocumentLinks(workspace.LangiumDocuments, meter.WorkspaceFolders, () => meter.Designs.catalogue()),
  DocumentSymbolProvider: (services: MeterServerServices) => new MeterOutline(services.shared.lsp.NodeKindProvider),
  FoldingRangeProvider: () => new MeterFolding(),
  TypeHierarchyProvider: (services: MeterServerServices) =>
    new MeterTypeHierarchy(services, services.shared.workspace.LangiumDocuments, services.shared.lsp.NodeKindProvider),
};

/** Services that all documents share. */
export const sharedNavigation = {
  FileOperationHandler: (services: MeterServerSharedServices) => new MeterFileMoves(services),
  WorkspaceSymbolProvider: ({ lsp, workspace }: MeterServerSharedServices) =>
    new MeterWorkspaceSymbols(workspace.IndexManager, workspace.LangiumDocuments, lsp.NodeKindProvider),
};

export function grammarConfig(services: LangiumCoreServices): ReturnType<typeof createGrammarConfig> {
  return { ...createGrammarConfig(services), nameRegexp: nameLetter };
}

/** What has to be read before a request is answered, where Langium asks for too little: links look up standards in other files. */
export const navigationNeeds: Partial<ServiceRequirements> = { DocumentLinkProvider: WorkspaceState.IndexedContent };

export const navigationCapabilities: ServerCapabilities = { linkedEditingRangeProvider: true, selectionRangeProvider: true };

/** Answers what Langium has no service for. */
export function registerNavigation(connection: Connection, shared: MeterServerSharedServices): void {
  connection.onSelectionRanges(
    createServerRequestHandler(
      (_services, document, { positions }: SelectionRangeParams) => selectionRanges(document, positions),
      shared,
      DocumentState.Parsed,
    ),
  );
  connection.languages.onLinkedEditingRange(
    createServerRequestHandler(
      (services, document, params: LinkedEditingRangeParams) => linkedEditing(services as MeterServerServices, document, params),
      shared,
      WorkspaceState.IndexedReferences,
    ),
  );
}
