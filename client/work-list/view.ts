import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  workListChoicesRequest,
  workListRequest,
  type WorkFilter,
  type WorkListAnswer,
  type WorkListChoices,
  type WorkListParams,
} from '../../server/protocol/work-list.js';
import { askFilter, askGrouping } from './choices.js';
import { treeItem, type ShownRow } from './tree.js';

const allOfIt: WorkFilter = { designs: [], severities: [], onlyNew: false, text: '' };

/** What is to be done, as a view in the activity bar. Server and review know; it shows, and keeps what was chosen. */
export class WorkListView implements vscode.TreeDataProvider<ShownRow>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ShownRow>;

  constructor(
    private readonly client: () => LanguageClient,
    private readonly kept: vscode.Memento,
  ) {
    this.view = vscode.window.createTreeView('meterlint.workList', { treeDataProvider: this, showCollapseAll: true });
    this.tellFilter();
  }

  private get by(): string {
    return this.kept.get('workList.by', 'severity');
  }

  private get filter(): WorkFilter {
    return { ...allOfIt, ...this.kept.get<Partial<WorkFilter>>('workList.filter') };
  }

  /** Asks again for what is shown; rows that stay keep their place. */
  refresh(): void {
    this.changed.fire(undefined);
  }

  /** What the keys of the list are about. */
  get selected(): ShownRow | undefined {
    return this.view.selection[0];
  }

  getTreeItem(shown: ShownRow): vscode.TreeItem {
    return treeItem(shown, this.by);
  }

  async getChildren(above?: ShownRow): Promise<ShownRow[]> {
    const path = above?.path ?? [];
    const params: WorkListParams = { by: this.by, filter: this.filter, path };
    const answer = await this.client().sendRequest<WorkListAnswer>(workListRequest, params);
    if (above === undefined) this.tell(answer);
    return answer.rows.map((row) => ({ row, path: [...path, row.id] }));
  }

  async chooseGrouping(given: unknown): Promise<void> {
    const by = typeof given === 'string' ? given : await askGrouping(await this.choices(), this.by);
    if (by === undefined) return;
    await this.kept.update('workList.by', by);
    this.refresh();
  }

  async chooseFilter(given: unknown): Promise<void> {
    const filter = isFilter(given) ? { ...allOfIt, ...given } : await askFilter(await this.choices(), this.filter);
    if (filter !== undefined) await this.keep(filter);
  }

  async findText(): Promise<void> {
    const text = await vscode.window.showInputBox({
      title: 'Show what names',
      prompt: 'A part of a requirement or an element, by name or title. Empty shows all.',
      value: this.filter.text,
    });
    if (text !== undefined) await this.keep({ ...this.filter, text });
  }

  async clearFilter(): Promise<void> {
    await this.keep(allOfIt);
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }

  private async keep(filter: WorkFilter): Promise<void> {
    await this.kept.update('workList.filter', filter);
    this.tellFilter();
    this.refresh();
  }

  private choices(): Promise<WorkListChoices> {
    return this.client().sendRequest<WorkListChoices>(workListChoicesRequest);
  }

  private tell({ words, open, all, rows }: WorkListAnswer): void {
    const count = (number: number) => `${number} ${number === 1 ? 'finding' : 'findings'}`;
    this.view.badge = open === 0 ? undefined : { value: open, tooltip: `${count(open)} to work on` };
    this.view.description = `by ${this.by}`;
    const isCut = open < all;
    // Where nothing is listed for another reason than a filter, the welcome says what to do.
    this.view.message = isCut ? `${words}. The filter hides ${count(all - open)}.` : rows.length === 0 ? '' : words;
    void vscode.commands.executeCommand('setContext', 'meterlint.isClean', rows.length === 0 && all === 0);
  }

  private tellFilter(): void {
    const { designs, severities, onlyNew, text } = this.filter;
    const isFiltered = designs.length > 0 || severities.length > 0 || onlyNew || text !== '';
    void vscode.commands.executeCommand('setContext', 'meterlint.workList.isFiltered', isFiltered);
  }
}

/** What another extension or a test may pass to the command instead of answering. */
function isFilter(value: unknown): value is Partial<WorkFilter> {
  if (typeof value !== 'object' || value === null) return false;
  const { designs, severities, onlyNew, text } = value as Partial<Record<keyof WorkFilter, unknown>>;
  const isList = (one: unknown) => one === undefined || (Array.isArray(one) && one.every((word) => typeof word === 'string'));
  return (
    isList(designs) &&
    isList(severities) &&
    ['undefined', 'boolean'].includes(typeof onlyNew) &&
    ['undefined', 'string'].includes(typeof text)
  );
}
