import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { showPageCommand } from '../../server/protocol/pages.js';
import { showWaysInCommand, type PlayParams, type WayRow, type WaysInParams } from '../../server/protocol/ways-in.js';
import { writeCut } from './cut.js';
import { WaysInView, type ShownWay } from './view.js';

/** The view of ways in with its commands; it follows each review. `play` shows a way in a diagram. */
export function openWaysIn(
  client: () => LanguageClient,
  onDidReview: vscode.Event<void>,
  play: (params: PlayParams) => unknown,
): readonly Pick<vscode.Disposable, 'dispose'>[] {
  const view = new WaysInView(client);
  const on = (name: string, act: (row: WayRow) => unknown) =>
    vscode.commands.registerCommand(`meterlint.waysIn.${name}`, (given?: unknown) => {
      const shown = isShown(given) ? given : view.selected;
      return shown === undefined ? undefined : act(shown.row);
    });
  return [
    view,
    onDidReview(() => {
      view.refresh();
    }),
    vscode.commands.registerCommand(showWaysInCommand, (params?: unknown) => view.reveal(isParams(params) ? params.path : [])),
    on('cut', ({ cut }) => (cut === undefined ? false : writeCut(client(), cut))),
    on('play', (row) => (row.play === undefined ? undefined : play(row.play))),
    on('explain', ({ page }) => (page === undefined ? undefined : vscode.commands.executeCommand(showPageCommand, page))),
  ];
}

function isShown(value: unknown): value is ShownWay {
  return typeof value === 'object' && value !== null && 'row' in value && 'path' in value;
}

function isParams(value: unknown): value is WaysInParams {
  const path: unknown = typeof value === 'object' && value !== null && 'path' in value ? value.path : undefined;
  return Array.isArray(path) && path.every((id) => typeof id === 'string');
}
