import type { Connection } from 'vscode-languageserver';
import type { Assessment } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { MeterServerSharedServices } from '../module.js';
import { cellRequest, tableRequest, type CellParams, type TableAnswer, type TableParams, type ToldCell } from '../protocol/tables.js';
import { matrixTable, toldPair } from './matrix.js';
import { standardsTable, toldClause } from './standards.js';

/** Answers what tables of a design show, each time from the workspace as it stands. */
export function registerTables(connection: Connection, shared: MeterServerSharedServices): void {
  const { WorkspaceLock, WorkspaceManager } = shared.workspace;
  const settled = async <T>(answer: (snapshot: Snapshot) => T): Promise<T> => {
    await WorkspaceManager.ready;
    return WorkspaceLock.read(() => answer(shared.server.Current.get()));
  };
  connection.onRequest(tableRequest, (params: TableParams) => settled((snapshot) => tableAnswer(params, snapshot)));
  connection.onRequest(cellRequest, (params: CellParams) => settled((snapshot) => toldCell(params, snapshot)));
}

export function tableAnswer({ table, uri }: TableParams, snapshot: Snapshot): TableAnswer {
  const assessment = reviewOf(uri, snapshot);
  if (assessment === undefined) return { kind: 'no design' };
  const { design, files } = assessment.architecture;
  const shown = table === 'matrix' ? matrixTable(assessment) : standardsTable(assessment, snapshot);
  return { kind: 'table', uri: files[0]!, files, title: design.title ?? design.name, ...shown };
}

export function toldCell({ table, uri, row, column }: CellParams, snapshot: Snapshot): ToldCell | null {
  const assessment = reviewOf(uri, snapshot);
  if (assessment === undefined) return null;
  return table === 'matrix' ? toldPair(row, column, assessment, snapshot) : toldClause(row, assessment, snapshot);
}

function reviewOf(uri: string, snapshot: Snapshot): Assessment | undefined {
  const design = snapshot.designsOf(uri)[0];
  return design && snapshot.assessmentOf(design);
}
