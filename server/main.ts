// The room `server/`: the language server, one file an editor feature. This file, `disk.ts` and the two of the thread that lays
// out pictures alone touch the machine; no file, however broken, ends the process.
// May import `language`, `catalogue`, `workspace`, `review`, `reach`, `summary`, `history`, `repair`, `report`, `picture`, `drafts`,
// `langium`, `langium/lsp`, `vscode-languageserver`, `vscode-languageserver-textdocument`.

import '../tools/group-by.mjs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { URI } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createDisk, readBuiltIn } from './disk.js';
import { placedAside } from './place-aside.js';
import { createServerServices } from './module.js';
import { completionNeeds, registerCompletion } from './completion.js';
import { navigationNeeds, registerNavigation } from './navigation/index.js';
import { followSettings } from './settings.js';
import { registerRequests } from './requests.js';
import { Unread } from './unread.js';
import { registerViews, viewNeeds } from './views.js';

/** Set by the bundler. */
declare const METERLINT_VERSION: string;

const connection = createConnection(ProposedFeatures.all);
const log = (message: string): void => {
  connection.console.info(message);
};

// What one request or file breaks must not end the process for all others.
process.on('uncaughtException', (error) => {
  connection.console.error(`Unexpected: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', (reason) => {
  connection.console.error(`Unexpected: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
});

async function start(): Promise<void> {
  const builtIn = await readBuiltIn(path.join(__dirname, '..', 'catalogue.json'), path.join(__dirname, '..', '..', 'catalogue'));
  const unread = new Unread();
  const { shared, meter } = createServerServices({
    connection,
    fileSystemProvider: () => createDisk(log, unread),
    unread,
    builtIn,
    today: () => new Date().toISOString().slice(0, 10),
    log,
    place: placedAside(path.join(__dirname, 'placing.cjs')),
    processor: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
  });
  const { server, meter: language, workspace } = shared;
  const answering = {
    current: server.Current,
    folders: language.WorkspaceFolders,
    builder: workspace.DocumentBuilder,
    steps: server.Steps,
    place: server.place,
  };
  registerRequests(connection, answering, {
    version: METERLINT_VERSION,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  });
  shared.lsp.LanguageServer.onInitialized(() => {
    // To ask a client that knows of no such thing is an error.
    if (!shared.server.ClientAbilities.changesFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      void changeFolders(added, removed);
    });
  });
  const changeFolders = async (added: readonly { uri: string; name: string }[], removed: readonly { uri: string }[]): Promise<void> => {
    const manager = shared.workspace.WorkspaceManager;
    const gone = new Set(removed.map(({ uri }) => uri));
    manager.setFolders([...(manager.workspaceFolders ?? []).filter(({ uri }) => !gone.has(uri)), ...added]);
    await shared.server.Settings.read();
    await shared.workspace.WorkspaceLock.write((token) =>
      shared.workspace.DocumentBuilder.update(
        added.map(({ uri }) => URI.parse(uri)),
        removed.map(({ uri }) => URI.parse(uri)),
        token,
      ),
    );
  };
  followSettings(connection, shared);
  registerNavigation(connection, shared);
  registerViews(connection, shared);
  registerCompletion(connection, shared, meter);
  startLanguageServer(shared, { ...navigationNeeds, ...viewNeeds, ...completionNeeds });
}

start().catch((error: unknown) => {
  process.stderr.write(`meterlint: the language server could not start: ${String(error)}\n`);
  process.exit(1);
});
