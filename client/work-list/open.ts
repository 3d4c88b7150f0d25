import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { workListActions } from './actions.js';
import { WorkListView } from './view.js';

/** The work list with its commands; it follows each review. */
export function openWorkList(
  client: () => LanguageClient,
  onDidReview: vscode.Event<void>,
  kept: vscode.Memento,
): readonly vscode.Disposable[] {
  const list = new WorkListView(client, kept);
  return [
    list,
    onDidReview(() => {
      list.refresh();
    }),
    vscode.commands.registerCommand('meterlint.workList.groupBy', (by?: unknown) => list.chooseGrouping(by)),
    vscode.commands.registerCommand('meterlint.workList.filter', (filter?: unknown) => list.chooseFilter(filter)),
    vscode.commands.registerCommand('meterlint.workList.find', () => list.findText()),
    vscode.commands.registerCommand('meterlint.workList.clearFilter', () => list.clearFilter()),
    ...workListActions(client, () => list.selected),
  ];
}
