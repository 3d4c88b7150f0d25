import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { showPageCommand } from '../../server/protocol/pages.js';
import {
  cellRequest,
  tableRequest,
  type CellParams,
  type ShownTable,
  type TableAnswer,
  type TableName,
  type TableParams,
  type ToldCell,
} from '../../server/protocol/tables.js';
import { isFromTable, isTableState, toldMessage, type CellPlace, type FromTable, type ToTable } from '../../webview/messages/tables.js';
import { exportFindings } from '../export.js';
import { strictPage } from '../strict-page.js';
import { tableBody } from './page.js';

/** Which table a tab shows, and how what it shows is written to a file. */
export interface TableSort {
  readonly table: TableName;
  readonly title: string;
  /** `ExportParams.format` */
  readonly format: string;
}

export function tableType({ table }: TableSort): string {
  return `meterlint.${table}`;
}

/** A table of the design of the file in front, as a tab: one of each sort, which keeps up with each review. */
export class TableView implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private panel: vscode.WebviewPanel | undefined;
  /** The file whose design is wanted; of what is shown the design's own. */
  private uri = '';
  private shown: ShownTable | undefined;
  /** What the page was sent: the same is not sent again. */
  private sent = '';
  /** Counts requests: an answer to an older one is not shown. */
  private asked = 0;
  private readonly following: vscode.Disposable;

  constructor(
    private readonly sort: TableSort,
    private readonly extension: vscode.Uri,
    private readonly client: () => LanguageClient,
  ) {
    this.following = vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'meter') this.turnTo(editor.document.uri);
    });
  }

  /** Opens the table of a file, or of the one in front. */
  show(file: unknown): void {
    const editor = vscode.window.activeTextEditor;
    const front = editor?.document.languageId === 'meter' ? editor : vscode.window.visibleTextEditors.find(isDesign);
    const uri = file instanceof vscode.Uri ? file : front?.document.uri;
    if (uri === undefined) {
      void vscode.window.showInformationMessage('Open a .meter file first: its design is what is shown.');
      return;
    }
    if (this.panel === undefined) {
      this.uri = this.client().code2ProtocolConverter.asUri(uri);
      this.adopt(vscode.window.createWebviewPanel(tableType(this.sort), this.sort.title, vscode.ViewColumn.Active, this.settings()));
      return;
    }
    this.panel.reveal();
    this.turnTo(uri);
  }

  /** After a restart of the window; what the page had kept comes back with it. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (!isTableState(state)) panel.dispose();
    else {
      this.uri = state.uri;
      panel.webview.options = this.settings();
      this.adopt(panel);
    }
    return Promise.resolve();
  }

  /** Tells again what is shown. A page that nobody sees is told when it is seen. */
  refresh(): void {
    if (this.panel?.visible === true) void this.tell();
  }

  dispose(): void {
    this.panel?.dispose();
    this.following.dispose();
  }

  /** It holds script and sheet of the page, and nothing else. */
  private get pages(): vscode.Uri {
    return vscode.Uri.joinPath(this.extension, 'dist', 'webview');
  }

  private settings(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.pages] };
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    this.shown = undefined;
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromTable(message)) void this.answer(message);
    });
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    const icon = (theme: string) => vscode.Uri.joinPath(this.extension, 'syntaxes', `file-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.html = strictPage(panel.webview, this.pages, { title: this.sort.title, name: 'tables', body: tableBody });
  }

  /** Shows another design only where the file is no part of the one that is shown. */
  private turnTo(uri: vscode.Uri): void {
    const address = this.client().code2ProtocolConverter.asUri(uri);
    if (this.panel === undefined || this.shown?.files.includes(address) === true) return;
    this.uri = address;
    this.refresh();
  }

  private async answer(message: FromTable): Promise<void> {
    switch (message.type) {
      // A page that was hidden begins anew, and the review may have gone on meanwhile.
      case 'ready':
        this.sent = '';
        return this.tell();
      case 'why': {
        const { row, column } = message;
        const told = await this.cell({ row, column });
        if (told !== null) this.post(toldMessage({ row, column }, told));
        return;
      }
      case 'go':
        return this.go(message, message.link);
      case 'export':
        await exportFindings(this.client(), { format: this.sort.format });
    }
  }

  private async tell(): Promise<void> {
    const number = ++this.asked;
    const params: TableParams = { table: this.sort.table, uri: this.uri };
    const answer = await this.client().sendRequest<TableAnswer>(tableRequest, params);
    if (number !== this.asked) return;
    if (answer.kind === 'table') {
      this.uri = answer.uri;
      this.shown = answer;
      if (this.panel !== undefined) this.panel.title = `${this.sort.title}: ${answer.title}`;
      const text = JSON.stringify(answer);
      if (text === this.sent) return;
      this.post({ type: 'table', table: answer });
      this.sent = text;
    } else if (this.shown !== undefined && this.shown.uri !== this.uri) {
      // A file of rules in front leaves the design that the rules were looked up for.
      this.uri = this.shown.uri;
      await this.tell();
    } else {
      this.shown = undefined;
      this.sent = '';
      this.post({ type: 'words', words: 'No design stands in this file, and none imports it.' });
    }
  }

  private cell({ row, column }: CellPlace): Promise<ToldCell | null> {
    const params: CellParams = { table: this.sort.table, uri: this.uri, row, column };
    return this.client().sendRequest<ToldCell | null>(cellRequest, params);
  }

  private async go(place: CellPlace, at: number): Promise<void> {
    const link = (await this.cell(place))?.links[at];
    if (link === undefined) return;
    if (link.kind === 'page') {
      await vscode.commands.executeCommand(showPageCommand, link.name);
      return;
    }
    const converter = this.client().protocol2CodeConverter;
    const uri = converter.asUri(link.uri);
    const seen = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const viewColumn = seen?.viewColumn ?? (vscode.window.tabGroups.all.length > 1 ? vscode.ViewColumn.One : vscode.ViewColumn.Beside);
    await vscode.window.showTextDocument(uri, { selection: converter.asRange(link.range), viewColumn });
  }

  private post(message: ToTable): void {
    void this.panel?.webview.postMessage(message);
  }
}

function isDesign({ document }: vscode.TextEditor): boolean {
  return document.languageId === 'meter';
}
