import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { waysInRequest, type WayRow, type WaysInAnswer, type WaysInParams } from '../../server/protocol/ways-in.js';
import { treeItem, type ShownRow } from '../work-list/tree.js';

export interface ShownWay extends ShownRow {
  readonly row: WayRow;
  readonly above: ShownWay | undefined;
}

/** How far an attacker gets, by harm, as a view in the activity bar. Server and analysis know; it shows. */
export class WaysInView implements vscode.TreeDataProvider<ShownWay>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ShownWay>;

  constructor(private readonly client: () => LanguageClient) {
    this.view = vscode.window.createTreeView('meterlint.waysIn', { treeDataProvider: this, showCollapseAll: true });
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  /** What the keys of the view are about. */
  get selected(): ShownWay | undefined {
    return this.view.selection[0];
  }

  getTreeItem(shown: ShownWay): vscode.TreeItem {
    const item = treeItem(shown, 'ways in');
    const { sort, page, cut, play, about } = shown.row;
    // Menus ask which of its actions a row has.
    const able = [
      ...(page === undefined ? [] : ['page']),
      ...(cut === undefined ? [] : ['cut']),
      ...(play === undefined ? [] : ['play']),
      ...(about === undefined ? [] : ['finding']),
    ];
    item.contextValue = [sort, ...able].join(' ');
    return item;
  }

  getParent(shown: ShownWay): ShownWay | undefined {
    return shown.above;
  }

  async getChildren(above?: ShownWay): Promise<ShownWay[]> {
    // It is told when the review is done, and asks again.
    if (!this.client().isRunning()) return [];
    const path = above?.path ?? [];
    const params: WaysInParams = { path };
    const answer = await this.client().sendRequest<WaysInAnswer | null>(waysInRequest, params);
    if (answer === null) return [];
    if (above === undefined) this.view.message = answer.words;
    return answer.rows.map((row) => ({ row, path: [...path, row.id], above }));
  }

  /** Shows a row and opens it, as far down as there are rows of these ids. */
  async reveal(path: readonly string[]): Promise<void> {
    await vscode.commands.executeCommand('meterlint.waysIn.focus');
    let found: ShownWay | undefined;
    for (const id of path) {
      const next = (await this.getChildren(found)).find(({ row }) => row.id === id);
      if (next === undefined) break;
      found = next;
    }
    if (found !== undefined) await this.view.reveal(found, { select: true, focus: true, expand: true });
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }
}
