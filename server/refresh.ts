import { DocumentState, type DocumentBuilder } from 'langium';
import type { LanguageServer, TextDocuments } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Switches } from './switches.js';

/** What tells that views are out of date. */
interface Changing {
  readonly server: LanguageServer;
  readonly builder: DocumentBuilder;
  readonly open: TextDocuments<TextDocument>;
  readonly switches: Switches;
}

/**
 * Asks the client to ask again for what it shows: after a build that can have changed what other open files show (the file
 * that was edited is asked for by itself), and when a setting changes. Only for views of which the client says that it can.
 */
export function registerRefresh(connection: Connection, { server, builder, open, switches }: Changing): void {
  let requests: string[] = [];
  server.onInitialize(({ capabilities: { workspace } }) => {
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
  builder.onUpdate((changed) => {
    isPending = true;
    for (const uri of changed) edited.add(uri.toString());
  });
  builder.onBuildPhase(DocumentState.Validated, () => {
    if (isPending && open.keys().some((uri) => !edited.has(uri))) refresh();
    isPending = false;
    edited.clear();
  });
  switches.onChange(refresh);
}
