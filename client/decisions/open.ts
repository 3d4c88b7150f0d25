import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { decisionActions } from './actions.js';
import { DecisionsView } from './view.js';

/** The view of decisions with its commands; it follows each review. */
export function openDecisions(
  client: () => LanguageClient,
  onDidReview: vscode.Event<void>,
): readonly Pick<vscode.Disposable, 'dispose'>[] {
  const view = new DecisionsView(client);
  return [
    view,
    onDidReview(() => {
      view.refresh();
    }),
    ...decisionActions(client, () => view.selected),
  ];
}
