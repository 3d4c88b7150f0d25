import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { findingsAtRequest, type FindingsAtParams, type ToldFinding } from '../server/protocol.js';
import { plainItems } from './plain.js';

/** Puts the finding under the cursor into the clipboard as Markdown, for a ticket or a message; asks where there are several. */
export async function copyFinding(client: LanguageClient): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'meter') {
    void vscode.window.showInformationMessage('Open a .meter file and put the cursor on a name with a finding.');
    return undefined;
  }
  const { line, character } = editor.selection.active;
  const params: FindingsAtParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri), position: { line, character } };
  const found = await client.sendRequest<readonly ToldFinding[]>(findingsAtRequest, params);
  if (found.length === 0) {
    void vscode.window.showInformationMessage('No finding stands here. Put the cursor on a name that is underlined.');
    return undefined;
  }
  const chosen = found.length === 1 ? found[0] : await ask(found);
  if (chosen === undefined) return undefined;
  await vscode.env.clipboard.writeText(chosen.markdown);
  vscode.window.setStatusBarMessage(`Copied ${chosen.requirement} on ${chosen.element} as Markdown`, 5_000);
  return chosen.markdown;
}

async function ask(found: readonly ToldFinding[]): Promise<ToldFinding | undefined> {
  const items = found.map((told) => ({
    label: `${told.shape} ${told.severity} ${told.requirement}`,
    description: told.element,
    detail: told.message,
    told,
  }));
  const title = 'Copy which finding?';
  return (await vscode.window.showQuickPick(plainItems(items), { title, matchOnDescription: true, matchOnDetail: true }))?.told;
}
