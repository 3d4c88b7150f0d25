import { DocumentState } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { MeterServerSharedServices } from './module.js';

/**
 * Asks the client to ask again for what it shows: after a build that can have changed what other open files show (the file
 * that was edited is asked for by itself), and when a setting changes. Only for views of which the client says that it can.
 */
export function registerRefresh(connection: Connection, shared: MeterServerSharedServices): void {
  const { DocumentBuilder, TextDocuments, ConfigurationProvider } = shared.workspace;
  let requests: string[] = [];
  shared.lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
    const views = { codeLens: workspace?.codeLens, inlayHint: workspace?.inlayHint, semanticTokens: workspace?.semanticTokens };
    requests = Object.entries(views).flatMap(([view, able]) => (able?.refreshSupport === true ? [`workspace/${view}/refresh`] : []));
  });
  const refresh = (): void => {
    // A client that refuses, or goes away meanwhile, shows what it has.
    for (const request of requests) void connection.sendRequest(request).catch(() => undefined);
  };
  // Builds that were interrupted count as well: their changes are seen when one ends.
  const edited = new Set<string>();
  let isPending = false;
  DocumentBuilder.onUpdate((changed) => {
    isPending = true;
    for (const uri of changed) edited.add(uri.toString());
  });
  DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    if (isPending && TextDocuments.keys().some((uri) => !edited.has(uri))) refresh();
    isPending = false;
    edited.clear();
  });
  ConfigurationProvider.onChange(refresh);
}
