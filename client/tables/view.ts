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
import {
  isFromTable,
  isTableState,
  toldMessage,
  type CellPlace,
  type FromTable,
  type TableState,
  type ToTable,
} from '../../webview/messages/tables.js';
import { showPlace } from '../show-place.js';
import { DesignPanel } from '../design-panel.js';
import { exportFindings } from '../export.js';
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
export class TableView extends DesignPanel<ShownTable, TableState, FromTable, ToTable> {
  /** What the page was sent: the same is not sent again. */
  private sent = '';

  constructor(
    private readonly sort: TableSort,
    extension: vscode.Uri,
    client: () => LanguageClient,
  ) {
    const { title } = sort;
    super(
      { type: tableType(sort), title, name: 'tables', body: tableBody, isState: isTableState, isMessage: isFromTable },
      extension,
      client,
    );
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
    this.open(uri, vscode.ViewColumn.Active, false);
  }

  protected override async answer(message: FromTable): Promise<void> {
    switch (message.type) {
      // A page that was hidden begins anew, and the review may have gone on meanwhile.
      case 'ready':
        this.sent = '';
        return this.update();
      case 'why': {
        const { row, column } = message;
        const told = await this.cell({ row, column });
        if (told !== null) this.post(toldMessage({ row, column }, told));
        return;
      }
      case 'go':
        return this.go(message, message.link);
      case 'export':
        await exportFindings(this.client(), { format: this.sort.format, design: this.shown?.uri });
    }
  }

  protected override async update(): Promise<void> {
    const number = ++this.asked;
    const params: TableParams = { table: this.sort.table, uri: this.uri };
    const answer = await this.client()
      .sendRequest<TableAnswer>(tableRequest, params)
      .catch((error: unknown) => ({ kind: 'failed' as const, why: error instanceof Error ? error.message : String(error) }));
    if (number !== this.asked) return;
    if (answer.kind === 'failed') {
      this.tell(`This table could not be made: ${answer.why}`);
      return;
    }
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
      await this.update();
    } else {
      this.tell('No design stands in this file, and none imports it.');
    }
  }

  private tell(words: string): void {
    this.shown = undefined;
    this.sent = '';
    this.post({ type: 'words', words });
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
    await showPlace(this.client(), link);
  }
}

function isDesign({ document }: vscode.TextEditor): boolean {
  return document.languageId === 'meter';
}
