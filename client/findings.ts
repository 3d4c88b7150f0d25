import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { findingsRequest, type FindingsQuery, type FoundPlace } from '../server/protocol.js';
import { plainItems } from './plain.js';

/** Lists what a line above a name is about, and goes to what is chosen. Without a query: all findings of the workspace. */
export async function showFindings(client: LanguageClient, query: unknown): Promise<readonly FoundPlace[]> {
  const found = await client.sendRequest<FoundPlace[]>(findingsRequest, isQuery(query) ? query : {});
  if (found.length === 0) {
    void vscode.window.showInformationMessage('Meterlint: nothing is open here.');
    return found;
  }
  const items = found.map((place) => ({
    label: place.label,
    description: place.description,
    detail: place.detail,
    place,
  }));
  const picked = vscode.window.showQuickPick(plainItems(items), {
    title: found.length === 1 ? '1 place' : `${found.length} places`,
    placeHolder: 'Choose one to go to',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  // Whoever runs the command from elsewhere need not wait for the choice.
  void picked.then(async (item) => {
    if (item !== undefined) await reveal(item.place);
  });
  return found;
}

async function reveal({ uri, range: { start, end } }: FoundPlace): Promise<void> {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
}

function isQuery(value: unknown): value is FindingsQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { designs, element, requirement } = value as Partial<Record<keyof FindingsQuery, unknown>>;
  const isText = (one: unknown) => one === undefined || typeof one === 'string';
  return (designs === undefined || (Array.isArray(designs) && designs.every(isText))) && isText(element) && isText(requirement);
}
