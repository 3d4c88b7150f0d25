import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { findingMarkdownRequest, type WorkSubject } from '../../server/protocol/work-list.js';
import { chooseFix } from '../choose-fix.js';
import type { ShownRow } from './tree.js';

/** What can be done with a row; each takes the row, which menus and keys of the list hand over. */
export function workListActions(client: () => LanguageClient, selected: () => ShownRow | undefined): vscode.Disposable[] {
  const on = (name: string, act: (subject: WorkSubject, row: ShownRow) => unknown) =>
    vscode.commands.registerCommand(`meterlint.workList.${name}`, (given?: unknown) => {
      const shown = isShownRow(given) ? given : selected();
      const about = shown?.row.about;
      if (shown !== undefined && about !== undefined) return act(about, shown);
      void vscode.window.showInformationMessage('Choose a finding in the work list first.');
      return undefined;
    });
  return [
    on('fix', ({ uri, finding }) => chooseFix(client(), { uri, finding }, ['all', 'mechanism', 'condition'])),
    on('plan', ({ uri, finding }) => chooseFix(client(), { uri, finding }, ['plan'])),
    on('decide', ({ uri, finding }) => chooseFix(client(), { uri, finding }, ['accept', 'exclude'])),
    on('explain', (_subject, shown) => explain(shown)),
    on('copy', (subject) => copy(client(), subject)),
  ];
}

/** Goes to the element and opens what is told of it. */
async function explain({ row: { place } }: ShownRow): Promise<void> {
  if (place === undefined) return;
  const { start, end } = place.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { selection });
  await vscode.commands.executeCommand('editor.action.showHover');
}

async function copy(client: LanguageClient, subject: WorkSubject): Promise<string | undefined> {
  const markdown = await client.sendRequest<string | null>(findingMarkdownRequest, subject);
  if (markdown === null) {
    void vscode.window.showInformationMessage('This finding is closed already.');
    return undefined;
  }
  await vscode.env.clipboard.writeText(markdown);
  vscode.window.setStatusBarMessage(`Copied ${subject.requirement} on ${subject.element} as Markdown`, 5_000);
  return markdown;
}

function isShownRow(value: unknown): value is ShownRow {
  return typeof value === 'object' && value !== null && 'row' in value && 'path' in value;
}
