import * as vscode from 'vscode';

/** Says which text the server has ended with, and what becomes of it. */
export function tellSetAside(uri: string): void {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const message = `Meterlint ended while it read ${file} and was started again. It is not reviewed until it is changed.`;
  void vscode.window.showWarningMessage(message, 'Show Output').then((choice) => {
    if (choice !== undefined) void vscode.commands.executeCommand('meterlint.showOutput');
  });
}
