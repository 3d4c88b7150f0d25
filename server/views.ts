import { WorkspaceState, type ServiceRequirements } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { MeterSemanticTokens } from './colours/provider.js';
import { MeterInlayHints } from './hints/provider.js';
import { MeterHover } from './hover/index.js';
import { findPlaces } from './lenses/found.js';
import { MeterCodeLenses } from './lenses/provider.js';
import type { MeterServerServices, MeterServerSharedServices } from './module.js';
import { registerPictures } from './picture/requests.js';
import { findingsRequest, type FindingsQuery } from './protocol.js';
import { registerRefresh } from './refresh.js';
import { registerWaysIn } from './reach/requests.js';
import { registerStanding } from './standing.js';
import { registerTables } from './tables/requests.js';
import { registerDecisions } from './decisions/requests.js';
import { registerWorkList } from './work-list/requests.js';

/** How a file looks in the light of its review: services of the language. */
export const views = {
  CodeLensProvider: (services: MeterServerServices) => new MeterCodeLenses(services),
  HoverProvider: (services: MeterServerServices) => new MeterHover(services),
  InlayHintProvider: (services: MeterServerServices) => new MeterInlayHints(services),
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
  const { WorkspaceLock, WorkspaceManager } = shared.workspace;
  connection.onRequest(findingsRequest, async (query: FindingsQuery) => {
    await WorkspaceManager.ready;
    return WorkspaceLock.read(() => findPlaces(query, shared.server.Current.get()));
  });
  registerPictures(connection, shared);
  registerWorkList(connection, shared);
  registerDecisions(connection, shared);
  registerWaysIn(connection, shared);
  registerStanding(connection, shared);
  registerTables(connection, shared);
  registerRefresh(connection, shared);
}
