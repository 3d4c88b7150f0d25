import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { TableView, tableType, type TableSort } from './view.js';

const sorts: readonly (TableSort & { readonly command: string })[] = [
  { table: 'matrix', title: 'Matrix', format: 'matrix-csv', command: 'meterlint.showMatrix' },
  { table: 'standards', title: 'Standards', format: 'clauses-csv', command: 'meterlint.showStandards' },
];

/** The tables that can be opened as tabs, their commands, and what brings them back after a restart. */
export function openTables(
  extension: vscode.Uri,
  client: () => LanguageClient,
  onDidReview: vscode.Event<unknown>,
): { dispose(): unknown }[] {
  return sorts.flatMap((sort) => {
    const view = new TableView(sort, extension, client);
    return [
      view,
      onDidReview(() => {
        view.refresh();
      }),
      vscode.window.registerWebviewPanelSerializer(tableType(sort), view),
      vscode.commands.registerCommand(sort.command, (file?: unknown) => {
        view.show(file);
      }),
    ];
  });
}
