import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { exportFormatsRequest, exportRequest, type ExportedReport, type ExportFormat, type ExportParams } from '../server/protocol.js';

/** What another extension or a test may pass to the command instead of answering its questions; a view passes the format alone. */
interface ExportRequest {
  /** The `id` of one of the formats that the server lists. */
  readonly format: string;
  readonly target: vscode.Uri;
}

/** Asks for format and file, as far as nobody says, writes all findings of the workspace, and offers to open them. */
export async function exportFindings(client: LanguageClient, request: unknown): Promise<vscode.Uri | undefined> {
  const asked = isExportRequest(request) ? request : await ask(client, formatIn(request));
  if (asked === undefined) return undefined;
  const { format, target } = asked;
  const done = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Meterlint: exporting findings', cancellable: true },
    async (_progress, token) => {
      const { encoding, content } = await client.sendRequest<ExportedReport>(exportRequest, { format } satisfies ExportParams, token);
      if (token.isCancellationRequested) return false;
      await saveWhole(target, Buffer.from(content, encoding));
      return true;
    },
  );
  if (!done) return undefined;
  if (!isExportRequest(request)) {
    const open = 'Open';
    void vscode.window
      .showInformationMessage(`Findings were written to ${vscode.workspace.asRelativePath(target)}.`, open)
      .then((choice) => {
        // VS Code knows an editor for what is no text, too.
        if (choice === open) void vscode.commands.executeCommand('vscode.open', target);
      });
  }
  return target;
}

/** A reader, or a disk that is full, never leaves half a file: it is written beside its place and then moved there. */
export async function saveWhole(target: vscode.Uri, content: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  // Nobody can put a link in the place of a name that nobody knows.
  const beside = target.with({ path: `${target.path}.${randomBytes(6).toString('hex')}.part` });
  try {
    await fs.writeFile(beside, content);
    await fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}

async function ask(client: LanguageClient, format: string | undefined): Promise<ExportRequest | undefined> {
  const formats = await client.sendRequest<readonly ExportFormat[]>(exportFormatsRequest);
  const chosen =
    formats.find(({ id }) => id === format) ??
    (await vscode.window.showQuickPick(formats, { title: 'Export findings as', placeHolder: 'Format' }));
  if (chosen === undefined) return undefined;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: `Export findings as ${chosen.label}`,
    // Of an ending in several parts VS Code knows the last one only, and would add them all once more.
    filters: { [chosen.label]: [chosen.extension.split('.').at(-1)!] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `findings.${chosen.extension}`) }),
  });
  return target === undefined ? undefined : { format: chosen.id, target };
}

function formatIn(value: unknown): string | undefined {
  const { format } = (value ?? {}) as Partial<Record<keyof ExportRequest, unknown>>;
  return typeof format === 'string' ? format : undefined;
}

function isExportRequest(value: unknown): value is ExportRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, target } = value as Partial<Record<keyof ExportRequest, unknown>>;
  return typeof format === 'string' && target instanceof vscode.Uri;
}
