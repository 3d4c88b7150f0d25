import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { profilesRequest, type ProfileChoice } from '../server/protocol/design-status.js';
import { plainItems } from './plain.js';

/** Asks for a profile and reviews against it, whatever the designs name; the answer is a setting of the workspace. */
export async function tryProfile(client: LanguageClient, given: unknown): Promise<string | undefined> {
  const id = typeof given === 'string' ? given : await ask(client);
  if (id === undefined) return undefined;
  const { workspaceFolders } = vscode.workspace;
  const target = workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('meterlint').update('profile', id === '' ? undefined : id, target);
  return id;
}

async function ask(client: LanguageClient): Promise<string | undefined> {
  const now = vscode.workspace.getConfiguration('meterlint').get('profile', '');
  const profiles = await client.sendRequest<ProfileChoice[]>(profilesRequest);
  const own: ProfileChoice = { id: '', label: "The designs' own", description: 'what each design names' };
  const items = [own, ...profiles].map((one) => ({ ...one, description: one.id === now ? `${one.description} · now` : one.description }));
  const title = 'Review against the profile';
  return (
    await vscode.window.showQuickPick(plainItems(items), {
      title,
      placeHolder: 'Choose a profile; type to search',
      matchOnDescription: true,
    })
  )?.id;
}
