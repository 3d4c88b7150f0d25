import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { fixesRequest, type ChooseFixParams, type FixChoice } from '../server/protocol.js';
import { plainItems } from './plain.js';

const sorts: Readonly<Record<FixChoice['kind'], string>> = {
  all: 'Everything that is missing',
  mechanism: 'Add a control with a mechanism',
  plan: 'Plan a control for a day',
  condition: 'State a fact',
  accept: 'Decide',
  exclude: 'Decide',
};

interface Item extends vscode.QuickPickItem {
  readonly fix?: FixChoice;
}

/** Shows all fixes of a finding, or those of some kinds, and makes the one that is chosen. Returns whether one was made. */
export async function chooseFix(client: LanguageClient, request: unknown, kinds?: readonly FixChoice['kind'][]): Promise<boolean> {
  if (!isRequest(request)) return false;
  const all = await client.sendRequest<FixChoice[]>(fixesRequest, request);
  const fixes = all.filter(({ kind }) => kinds?.includes(kind) !== false);
  if (fixes.length === 0) {
    const why = all.length === 0 ? 'This finding is closed already.' : 'Nothing of this sort is offered here; other answers are.';
    void vscode.window.showInformationMessage(why);
    return false;
  }
  const chosen = await vscode.window.showQuickPick(plainItems(itemsOf(fixes)), {
    title: `Meterlint: ${request.finding}`,
    placeHolder: 'Choose what closes the finding; type to search',
    matchOnDescription: true,
  });
  if (chosen?.fix === undefined) return false;
  // The text may have changed while the list was open: the edit is asked for again.
  const now = await client.sendRequest<FixChoice[]>(fixesRequest, request);
  const fix = now.find(({ title }) => title === chosen.fix?.title);
  if (fix === undefined) {
    void vscode.window.showInformationMessage('The design has changed and this fix is no longer offered. Choose again.');
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(fix.changes)) {
    const target = client.protocol2CodeConverter.asUri(uri);
    for (const { range, newText } of edits) edit.replace(target, client.protocol2CodeConverter.asRange(range), newText);
  }
  return vscode.workspace.applyEdit(edit);
}

/** In the server's order, with a heading before each sort. */
function itemsOf(fixes: readonly FixChoice[]): Item[] {
  return fixes.flatMap((fix, index): Item[] => {
    const heading = sorts[fix.kind];
    const before = fixes[index - 1];
    const item: Item = { label: fix.title, fix };
    if (before !== undefined && sorts[before.kind] === heading) return [item];
    return [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

function isRequest(value: unknown): value is ChooseFixParams {
  const { uri, finding } = (value ?? {}) as Partial<Record<keyof ChooseFixParams, unknown>>;
  return typeof uri === 'string' && typeof finding === 'string';
}
