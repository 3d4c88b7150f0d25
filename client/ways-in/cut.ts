import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { cutRequest, type CutAnswer, type CutParams } from '../../server/protocol/ways-in.js';

/** Shows what the smallest set of measures would write, for people to choose from, and tells what could not be written. */
export async function writeCut(client: LanguageClient, params: CutParams): Promise<boolean> {
  const answer = await client.sendRequest<CutAnswer | null>(cutRequest, params);
  if (answer === null) {
    void vscode.window.showInformationMessage('The design has changed meanwhile. Choose again.');
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(answer.changes)) {
    const target = client.protocol2CodeConverter.asUri(uri);
    for (const { range, newText } of edits) {
      // Nothing is written unseen: what needs to be confirmed opens the preview.
      const metadata = { needsConfirmation: true, label: 'The smallest set of measures', description: params.harm };
      edit.replace(target, client.protocol2CodeConverter.asRange(range), newText, metadata);
    }
  }
  const left = answer.words.split('\n').filter((line) => line.startsWith('  not written'));
  if (edit.size > 0 && left.length === 0) return vscode.workspace.applyEdit(edit, { isRefactoring: true });
  const told = left.map((line) => line.trim().replace(/^not written: /, '')).join('; ');
  void vscode.window.showInformationMessage(edit.size === 0 ? `Nothing can be written. ${told}` : `Not all of it can be written. ${told}`);
  return edit.size > 0 && vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
