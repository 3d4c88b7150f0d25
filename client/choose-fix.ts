import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { fixesRequest, type ChooseFixParams, type FixChoice } from '../server/protocol.js';

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

/** What is chosen, and whether its edit is looked at before it is made. */
interface Choice {
  readonly fix: FixChoice;
  readonly isPreviewed: boolean;
}

const preview: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'Preview the Edit' };
/** More of an edit than this is read in its preview. */
const longestEdit = 160;

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
  const chosen = await choose(request.finding, fixes);
  if (chosen === undefined) return false;
  // The text may have changed while the list was open: the edit is asked for again.
  const now = await client.sendRequest<FixChoice[]>(fixesRequest, request);
  const fix = now.find(({ title }) => title === chosen.fix.title);
  if (fix === undefined) {
    void vscode.window.showInformationMessage('The design has changed and this fix is no longer offered. Choose again.');
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  const metadata = chosen.isPreviewed ? { needsConfirmation: true, label: fix.title } : undefined;
  for (const [uri, edits] of Object.entries(fix.changes)) {
    const target = client.protocol2CodeConverter.asUri(uri);
    for (const { range, newText } of edits) edit.replace(target, client.protocol2CodeConverter.asRange(range), newText, metadata);
  }
  return vscode.workspace.applyEdit(edit);
}

/** A list in which each fix shows what it writes, and has a button that shows where. */
function choose(finding: string, fixes: readonly FixChoice[]): Promise<Choice | undefined> {
  const list = vscode.window.createQuickPick<Item>();
  list.title = `Meterlint: ${finding}`;
  list.placeholder = 'Choose what closes the finding; type to search';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = itemsOf(fixes);
  return new Promise((resolve) => {
    const end = (fix: FixChoice | undefined, isPreviewed: boolean): void => {
      resolve(fix && { fix, isPreviewed });
      list.hide();
    };
    list.onDidAccept(() => {
      end(list.selectedItems[0]?.fix, false);
    });
    list.onDidTriggerItemButton(({ item }) => {
      end(item.fix, true);
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** In the server's order, with a heading before each sort. */
function itemsOf(fixes: readonly FixChoice[]): Item[] {
  return fixes.flatMap((fix, index): Item[] => {
    const heading = sorts[fix.kind];
    const before = fixes[index - 1];
    const item: Item = { label: fix.title, detail: writtenBy(fix), buttons: [preview], fix };
    if (before !== undefined && sorts[before.kind] === heading) return [item];
    return [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

/** What an edit writes, on one line. */
function writtenBy({ changes }: FixChoice): string {
  const written = Object.values(changes).flatMap((edits) => edits.map(({ newText }) => newText.replace(/\s+/g, ' ').trim()));
  const told = written.filter((text) => text !== '').join(' … ');
  return told.length > longestEdit ? `${told.slice(0, longestEdit - 1)}…` : told;
}

function isRequest(value: unknown): value is ChooseFixParams {
  const { uri, finding } = (value ?? {}) as Partial<Record<keyof ChooseFixParams, unknown>>;
  return typeof uri === 'string' && typeof finding === 'string';
}
