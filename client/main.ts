import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { exportFindings } from './export.js';
import { reviewWorkspace } from './review.js';
import { StatusItem } from './status.js';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(path.join('dist', 'server', 'main.cjs'));
  // No `runtime`: the server runs on VS Code's own Node, so nothing has to be installed.
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc },
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: 'meter', scheme: 'file' },
      { language: 'meter', scheme: 'untitled' },
      { language: 'meter', scheme: 'meterlint-catalogue' },
    ],
    outputChannelName: 'Meterlint',
  };
  client = new LanguageClient('meterlint', 'Meterlint', server, options);
  const status = new StatusItem(client);
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand('meterlint.reviewWorkspace', () => reviewWorkspace(runningClient())),
    vscode.commands.registerCommand('meterlint.exportFindings', (request?: unknown) => exportFindings(runningClient(), request)),
    vscode.commands.registerCommand('meterlint.restartServer', () => runningClient().restart()),
    vscode.commands.registerCommand('meterlint.showOutput', () => {
      runningClient().outputChannel.show();
    }),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function runningClient(): LanguageClient {
  if (client === undefined) throw new Error('Meterlint has not started yet. Open a .meter file first.');
  return client;
}
