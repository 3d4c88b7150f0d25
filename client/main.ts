// The room `client/`: the side of VS Code: no analysis, only what it takes to ask the server and to show its answers.
// May import `server/protocol`, `webview/messages`, `vscode`, `vscode-languageclient/*`, `node:*`.

import path from 'node:path';
import * as vscode from 'vscode';
import { TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import { chooseFixCommand, fixedCommand, showFindingsCommand } from '../server/protocol.js';
import { goToPlaceCommand, showPageCommand, showServicesCommand, showTimingsCommand } from '../server/protocol/pages.js';
import { showWaysInCommand } from '../server/protocol/ways-in.js';
import { chooseFix } from './choose-fix.js';
import { copyFinding } from './copy-finding.js';
import { DiagramView, diagramType } from './diagram/view.js';
import { exportFindings } from './export.js';
import { showFindings } from './findings.js';
import { tellFixed } from './fixed.js';
import { newDesign } from './new-design.js';
import { reviewWorkspace } from './review.js';
import { ReviewServer } from './server.js';
import { tellSetAside } from './set-aside.js';
import { StatusItem } from './status.js';
import { CheckTasks } from './tasks.js';
import { openExample } from './example.js';
import { tryProfile } from './profile.js';
import { DesignStatusItem } from './design-status.js';
import { openDecisions } from './decisions/open.js';
import { goToPlace, PageEditor, pageEditor } from './pages.js';
import { openWaysIn } from './ways-in/open.js';
import { openTables } from './tables/open.js';
import { openWorkList } from './work-list/open.js';

let running: ReviewServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(path.join('dist', 'server', 'main.cjs'));
  // No `runtime`: the server runs on VS Code's own Node, so nothing has to be installed.
  const launch: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc },
  };
  const outputChannel = vscode.window.createOutputChannel('Meterlint', { log: true });
  const documentSelector = [
    { language: 'meter', scheme: 'file' },
    { language: 'meter', scheme: 'untitled' },
    { language: 'meter', scheme: 'meterlint-catalogue' },
  ];
  const status = new StatusItem();
  // What follows a completed keyword is offered at once.
  const initializationOptions = {
    completeAgain: 'editor.action.triggerSuggest',
    commands: [chooseFixCommand, fixedCommand, showFindingsCommand, showWaysInCommand],
  };
  const options = { documentSelector, outputChannel, initializationOptions };
  const server = new ReviewServer(launch, options, {
    follow: (client) => {
      status.follow(client);
    },
    hangs: (isBusy) => {
      status.hangs(isBusy);
    },
    setAside: tellSetAside,
  });
  running = server;
  const pages = new PageEditor(() => server.client);
  const diagram = new DiagramView(context.extensionUri, () => server.client);
  context.subscriptions.push(
    ...openWorkList(() => server.client, status.onDidReview, context.workspaceState),
    ...openDecisions(() => server.client, status.onDidReview),
    ...openWaysIn(
      () => server.client,
      status.onDidReview,
      (params) => diagram.play(params),
    ),
    ...openTables(context.extensionUri, () => server.client, status.onDidReview),
    new DesignStatusItem(() => server.client, status.onDidReview),
    outputChannel,
    status,
    diagram,
    vscode.window.registerCustomEditorProvider(pageEditor, pages),
    status.onDidReview(() => {
      server.settled();
      diagram.refresh();
      void pages.refresh();
    }),
    vscode.window.registerWebviewPanelSerializer(diagramType, diagram),
    vscode.commands.registerCommand('meterlint.showDiagram', (file?: unknown) => {
      diagram.show(file);
    }),
    vscode.commands.registerCommand(showPageCommand, (name?: unknown) => pages.show(name)),
    vscode.commands.registerCommand(showServicesCommand, () => pages.showServices()),
    vscode.commands.registerCommand(showTimingsCommand, () => pages.showTimings()),
    vscode.commands.registerCommand(goToPlaceCommand, (place?: unknown) => goToPlace(server.client, place)),
    vscode.commands.registerCommand('meterlint.reviewWorkspace', () => reviewWorkspace(server.client)),
    vscode.commands.registerCommand('meterlint.exportFindings', (request?: unknown) => exportFindings(server.client, request)),
    vscode.commands.registerCommand(showFindingsCommand, (query?: unknown) => showFindings(server.client, query)),
    vscode.commands.registerCommand('meterlint.newDesign', (answers?: unknown) => newDesign(server.client, answers)),
    vscode.commands.registerCommand('meterlint.openExample', () => openExample(context)),
    vscode.commands.registerCommand('meterlint.tryProfile', (profile?: unknown) => tryProfile(server.client, profile)),
    vscode.commands.registerCommand('meterlint.copyFinding', () => copyFinding(server.client)),
    vscode.tasks.registerTaskProvider('meterlint', new CheckTasks(context.asAbsolutePath(path.join('dist', 'cli', 'main.mjs')))),
    vscode.commands.registerCommand(chooseFixCommand, (request?: unknown) => chooseFix(server.client, request)),
    vscode.commands.registerCommand(fixedCommand, tellFixed),
    vscode.commands.registerCommand('meterlint.restartServer', () => server.restart()),
    vscode.commands.registerCommand('meterlint.showOutput', () => {
      outputChannel.show();
    }),
  );
  await server.start();
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
