import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { DecisionEdit } from '../../server/protocol/decisions.js';

/** Makes an edit, shows where, and puts the cursor behind what was written: there the author goes on. */
export async function applyEdit(client: LanguageClient, found: DecisionEdit | null, told: string): Promise<boolean> {
  const [first] = Object.entries(found?.changes ?? {});
  if (found === null || first === undefined) {
    void vscode.window.showInformationMessage('The design has changed meanwhile, and this is gone. Choose again.');
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(found.changes)) {
    const target = client.protocol2CodeConverter.asUri(uri);
    for (const { range, newText } of edits) edit.replace(target, client.protocol2CodeConverter.asRange(range), newText);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const [uri, [change]] = first;
  if (change !== undefined) {
    const document = await vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri));
    const start = document.offsetAt(client.protocol2CodeConverter.asRange(change.range).start);
    const end = document.positionAt(start + change.newText.trimEnd().length);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  }
  vscode.window.setStatusBarMessage(told, 8_000);
  return true;
}
