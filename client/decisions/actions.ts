import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { changeDecisionRequest, type ChangeDecisionParams, type DecisionEdit, type DecisionRow } from '../../server/protocol/decisions.js';
import { applyEdit } from './apply.js';
import { askDay } from './day.js';
import type { ShownDecision } from './view.js';

/** What can be done with a decision or a plan; each takes the row, which menus of the view hand over. */
export function decisionActions(client: () => LanguageClient, selected: () => ShownDecision | undefined): vscode.Disposable[] {
  const on = (name: ChangeDecisionParams['change'], told: string) =>
    vscode.commands.registerCommand(`meterlint.decisions.${name}`, async (given?: unknown, day?: unknown) => {
      const row = isRow(given) ? given : selected();
      if (row?.place === undefined) {
        void vscode.window.showInformationMessage('Choose a decision first.');
        return false;
      }
      const until = name !== 'renew' ? undefined : typeof day === 'string' ? day : await askUntil(row);
      if (name === 'renew' && until === undefined) return false;
      const params: ChangeDecisionParams = { id: row.id, change: name, until };
      const edit = await client().sendRequest<DecisionEdit | null>(changeDecisionRequest, params);
      return applyEdit(client(), edit, `${told}: ${row.label}. Save to keep it, or undo.`);
    });
  return [on('renew', 'Renewed'), on('revoke', 'Revoked'), on('done', 'No longer planned but stated')];
}

function askUntil(row: ShownDecision): Promise<string | undefined> {
  const value = 'renewed' in row ? (row.renewed ?? '') : '';
  return askDay(`Renew: ${row.label}`, 'The last day, as YYYY-MM-DD', value, true);
}

function isRow(value: unknown): value is DecisionRow {
  return typeof value === 'object' && value !== null && 'id' in value && 'place' in value;
}
