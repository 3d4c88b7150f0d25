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

const previewButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('diff'), tooltip: 'Show the edit before it is made' };

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
  const chosen = await pick(itemsOf(fixes), request.finding);
  if (chosen === undefined) return false;
  // The text may have changed while the list was open: the edit is asked for again.
  const now = await client.sendRequest<FixChoice[]>(fixesRequest, request);
  const fix = now.find(({ title }) => title === chosen.fix.title);
  if (fix === undefined) {
    void vscode.window.showInformationMessage('The design has changed and this fix is no longer offered. Choose again.');
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(fix.changes)) {
    const target = client.protocol2CodeConverter.asUri(uri);
    for (const { range, newText } of edits)
      edit.replace(target, client.protocol2CodeConverter.asRange(range), newText, chosen.isPreview ? previewed(fix) : undefined);
  }
  return vscode.workspace.applyEdit(edit, { isRefactoring: chosen.isPreview });
}

/** What needs to be confirmed opens the preview of VS Code. */
function previewed({ title }: FixChoice): vscode.WorkspaceEditEntryMetadata {
  return { needsConfirmation: true, label: title };
}

interface Chosen {
  readonly fix: FixChoice;
  readonly isPreview: boolean;
}

/** A row for each answer; the button at its end shows the edit before it is made. */
function pick(items: readonly Item[], finding: string): Promise<Chosen | undefined> {
  const list = vscode.window.createQuickPick<Item>();
  list.title = `Meterlint: ${finding}`;
  list.placeholder = 'Choose what closes the finding; type to search';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = plainItems(items);
  return new Promise((resolve) => {
    const end = (item: Item | undefined, isPreview: boolean): void => {
      resolve(item?.fix === undefined ? undefined : { fix: item.fix, isPreview });
      list.dispose();
    };
    list.onDidAccept(() => {
      end(list.activeItems[0], false);
    });
    list.onDidTriggerItemButton(({ item }) => {
      end(item, true);
    });
    list.onDidHide(() => {
      end(undefined, false);
    });
    list.show();
  });
}

/** In the server's order, with a heading before each sort. */
function itemsOf(fixes: readonly FixChoice[]): Item[] {
  return fixes.flatMap((fix, index): Item[] => {
    const heading = headingOf(fix);
    const before = fixes[index - 1];
    const { label, standard, written, consequence } = fix;
    const item: Item = {
      label,
      description: standard,
      detail: [written, consequence].filter((words) => words !== '').join(' · '),
      buttons: [previewButton],
      fix,
    };
    if (before !== undefined && headingOf(before) === heading) return [item];
    return [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

function headingOf({ heading, kind }: FixChoice): string {
  return heading === '' ? sorts[kind] : heading;
}

function isRequest(value: unknown): value is ChooseFixParams {
  const { uri, finding } = (value ?? {}) as Partial<Record<keyof ChooseFixParams, unknown>>;
  return typeof uri === 'string' && typeof finding === 'string';
}
