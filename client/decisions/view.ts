import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { decisionsRequest, type DecisionGroup, type DecisionRow, type DecisionsAnswer } from '../../server/protocol/decisions.js';
import { treeItem } from '../work-list/tree.js';

export type ShownDecision = DecisionGroup | DecisionRow;

/** Who decided what, and for how long: what is over its day on top. Server and review know; it shows. */
export class DecisionsView implements vscode.TreeDataProvider<ShownDecision>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ShownDecision>;

  constructor(private readonly client: () => LanguageClient) {
    this.view = vscode.window.createTreeView('meterlint.decisions', { treeDataProvider: this });
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  /** What the keys of the view are about. */
  get selected(): ShownDecision | undefined {
    return this.view.selection[0];
  }

  getTreeItem(shown: ShownDecision): vscode.TreeItem {
    const item = treeItem({ row: shown, path: [shown.id] }, 'decisions');
    // Menus ask which of its actions a row has.
    if (shown.sort !== 'section')
      item.contextValue = `${shown.sort}${'renewed' in shown && shown.renewed !== undefined ? ' renewable' : ''}`;
    return item;
  }

  async getChildren(above?: ShownDecision): Promise<ShownDecision[]> {
    if (above !== undefined) return 'rows' in above ? [...above.rows] : [];
    if (!this.client().isRunning()) return [];
    const { groups, words, overdue } = await this.client().sendRequest<DecisionsAnswer>(decisionsRequest);
    this.view.message = words;
    this.view.description = overdue === 0 ? '' : `${overdue} overdue`;
    return [...groups];
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }
}
