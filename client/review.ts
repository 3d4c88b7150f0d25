import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { reviewRequest, type ReviewSummary } from '../server/protocol.js';

/** Shows all findings of the workspace in the Problems view, and says how many there are. */
export async function reviewWorkspace(client: LanguageClient): Promise<ReviewSummary> {
  const summary = await client.sendRequest<ReviewSummary>(reviewRequest);
  // The command that opens the view closes it where it has the focus.
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  const told = summary.designs.map(({ name, words }) => `${name}: ${words}`);
  const message = told.length === 0 ? 'Meterlint found no design in this workspace.' : `Meterlint reviewed ${told.join('; ')}.`;
  void vscode.window.showInformationMessage(message);
  return summary;
}
