import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { PlainPlace } from '../server/protocol.js';

/** Shows a place of a text where the text is seen already, else beside the page that names it, or in the column that is asked for. */
export async function showPlace(
  client: LanguageClient,
  { uri: address, range }: PlainPlace,
  { otherwise = besidePage(), preserveFocus = false }: { readonly otherwise?: vscode.ViewColumn; readonly preserveFocus?: boolean } = {},
): Promise<void> {
  const converter = client.protocol2CodeConverter;
  const uri = converter.asUri(address);
  const seen = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const viewColumn = seen?.viewColumn ?? otherwise;
  await vscode.window.showTextDocument(uri, { selection: converter.asRange(range), viewColumn, preserveFocus });
}

function besidePage(): vscode.ViewColumn {
  return vscode.window.tabGroups.all.length > 1 ? vscode.ViewColumn.One : vscode.ViewColumn.Beside;
}
