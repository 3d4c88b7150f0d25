import { WorkspaceState, type ServiceRequirements } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { MeterSemanticTokens } from './colours/provider.js';
import { MeterInlayHints } from './hints/provider.js';
import { MeterHover } from './hover/index.js';
import { findPlaces } from './lenses/found.js';
import { MeterCodeLenses } from './lenses/provider.js';
import type { MeterServerServices, MeterServerSharedServices } from './module.js';
import { registerPictures } from './picture/requests.js';
import { registerWalks } from './picture/walk-requests.js';
import { findingsRequest, type FindingsQuery } from './protocol.js';
import { registerRefresh } from './refresh.js';
import { registerWaysIn } from './reach/requests.js';
import { registerDesignStatus } from './design-status.js';
import { registerTables } from './tables/requests.js';
import { registerDecisions } from './decisions/requests.js';
import { readBaselines, type ReadBaseline } from './work-list/baselines.js';
import { registerWorkList } from './work-list/requests.js';

/** How a file looks in the light of its review: services of the language. */
export const views = {
  CodeLensProvider: (services: MeterServerServices) => new MeterCodeLenses(services),
  HoverProvider: (services: MeterServerServices) => new MeterHover(services),
  InlayHintProvider: ({ shared: { server, workspace } }: MeterServerServices) =>
    new MeterInlayHints(server.Current, workspace.ConfigurationProvider, server.log),
  SemanticTokenProvider: (services: MeterServerServices) => new MeterSemanticTokens(services),
};

/** What has to be done before a view is answered: names and findings depend on the whole workspace. */
export const viewNeeds: Partial<ServiceRequirements> = {
  CodeLensProvider: WorkspaceState.Validated,
  HoverProvider: WorkspaceState.IndexedReferences,
  InlayHintProvider: WorkspaceState.Validated,
  SemanticTokenProvider: WorkspaceState.IndexedReferences,
};

/** Answers what the lines above names lead to, draws designs, and keeps what is shown up to date. */
export function registerViews(connection: Connection, shared: MeterServerSharedServices): void {
  const { Current, Projects } = shared.server;
  const { ConfigurationProvider, DocumentBuilder, FileSystemProvider, TextDocuments, WorkspaceManager } = shared.workspace;
  const baselines = async (): Promise<readonly ReadBaseline[]> => {
    await WorkspaceManager.ready;
    return readBaselines(shared.meter.WorkspaceFolders.all(), Projects, FileSystemProvider);
  };
  connection.onRequest(findingsRequest, (query: FindingsQuery) => Current.settled((snapshot) => findPlaces(query, snapshot)));
  registerPictures(connection, Current, shared.server.place);
  registerWalks(connection, Current, shared.server.Reaches);
  registerWorkList(connection, Current, shared.server.Reaches, baselines);
  registerDecisions(connection, Current);
  registerWaysIn(connection, Current, shared.server.Reaches);
  registerDesignStatus(connection, Current);
  registerTables(connection, Current);
  registerRefresh(connection, {
    server: shared.lsp.LanguageServer,
    builder: DocumentBuilder,
    open: TextDocuments,
    switches: ConfigurationProvider,
  });
}
