import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { exportFormatsRequest, exportRequest, type ExportedReport, type ExportFormat, type ExportParams } from '../server/protocol.js';
import { profilesRequest, type ProfileChoice } from '../server/protocol/design-status.js';
import { workListChoicesRequest, type WorkListChoices } from '../server/protocol/work-list.js';
import { plainItems, withoutLinks } from './plain.js';
import { canBrowse, showReport } from './report-tab.js';

/** What another extension or a test may pass to the command instead of answering its questions; a view passes the format alone. */
interface ExportRequest {
  /** The `id` of one of the formats that the server lists. */
  readonly format: string;
  /** The address of a design's own file; all designs without it. */
  readonly design?: string | undefined;
  /** A profile to review against instead of what the editor does. */
  readonly profile?: string | undefined;
  readonly target: vscode.Uri;
}

/** What a view says of what it shows; the rest is asked. */
type Known = Partial<Pick<ExportRequest, 'format' | 'design'>>;

/** Asks for design, profile, format and file, as far as nobody says, writes the findings, and offers to open them. */
export async function exportFindings(client: LanguageClient, request: unknown): Promise<vscode.Uri | undefined> {
  const asked = isExportRequest(request) ? request : await ask(client, knownOf(request));
  if (asked === undefined) return undefined;
  const { format, design, profile, target } = asked;
  const written = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Meterlint: exporting findings', cancellable: true },
    async (_progress, token) => {
      const { encoding, content } = await client.sendRequest<ExportedReport>(
        exportRequest,
        { format, design, profile } satisfies ExportParams,
        token,
      );
      if (token.isCancellationRequested) return undefined;
      await saveWhole(target, Buffer.from(content, encoding));
      return content;
    },
  );
  if (written === undefined) return undefined;
  if (!isExportRequest(request)) void offer(target, written);
  return target;
}

/** An HTML report is read in a tab, wherever VS Code runs, and printed from a browser; VS Code knows an editor for anything else. */
async function offer(target: vscode.Uri, content: string): Promise<void> {
  const [open, browse] = ['Open', 'Open in Browser'];
  const isPage = target.path.endsWith('.html');
  const choice = await vscode.window.showInformationMessage(
    `Findings were written to ${withoutLinks(vscode.workspace.asRelativePath(target))}.`,
    ...(isPage && canBrowse(target) ? [open, browse] : [open]),
  );
  if (choice === browse) await vscode.env.openExternal(target);
  else if (choice === open && isPage) showReport(target, content);
  else if (choice === open) await vscode.commands.executeCommand('vscode.open', target);
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

async function ask(client: LanguageClient, { format, design: known }: Known): Promise<ExportRequest | undefined> {
  const design = known ?? (await askDesign(client));
  if (design === undefined) return undefined;
  // A view exports what it shows: as it is reviewed now.
  const profile = format === undefined ? await askProfile(client) : asReviewed;
  if (profile === undefined) return undefined;
  const formats = await client.sendRequest<readonly ExportFormat[]>(exportFormatsRequest);
  const chosen =
    formats.find(({ id }) => id === format) ??
    (await vscode.window.showQuickPick(plainItems(formats), { title: 'Export findings as', placeHolder: 'Format' }));
  if (chosen === undefined) return undefined;
  const target = await vscode.window.showSaveDialog({
    title: `Export findings as ${chosen.label}`,
    // Of an ending in several parts VS Code knows the last one only, and would add them all once more.
    filters: { [chosen.label]: [chosen.extension.split('.').at(-1)!] },
    ...besideOf(design, chosen.extension, client),
  });
  if (target === undefined) return undefined;
  return {
    format: chosen.id,
    design: design === allDesigns ? undefined : design,
    profile: profile === asReviewed ? undefined : profile,
    target,
  };
}

/** Stands for all designs where one is chosen: no file has this address. */
const allDesigns = '';

/** Where there is only one design, nobody is asked. */
async function askDesign(client: LanguageClient): Promise<string | undefined> {
  const { designs } = await client.sendRequest<WorkListChoices>(workListChoicesRequest);
  if (designs.length < 2) return designs[0]?.id ?? allDesigns;
  const items = [
    { id: allDesigns, label: 'All designs', description: `${designs.length} designs in one file` },
    ...designs.map(({ id, label, description }) => ({ id, label, description })),
  ];
  return (await vscode.window.showQuickPick(plainItems(items), { title: 'Export the findings of', placeHolder: 'Design' }))?.id;
}

/** Stands for the profile that the editor reviews against: no profile has this name. */
const asReviewed = '';

/** Enter leaves it as it is seen. */
async function askProfile(client: LanguageClient): Promise<string | undefined> {
  const now = vscode.workspace.getConfiguration('meterlint').get<string>('profile', '');
  const profiles = await client.sendRequest<ProfileChoice[]>(profilesRequest);
  const items = [
    { id: asReviewed, label: 'As in the editor', description: now === '' ? 'the profile that each design names' : `the profile ${now}` },
    ...profiles.map(({ id, label, description }) => ({ id, label, description })),
  ];
  const asked = { title: 'Export the findings against the profile', placeHolder: 'Profile; type to search', matchOnDescription: true };
  return (await vscode.window.showQuickPick(plainItems(items), asked))?.id;
}

/** A file is named after its design, and lies beside it. */
function besideOf(design: string, extension: string, client: LanguageClient): Pick<vscode.SaveDialogOptions, 'defaultUri'> {
  const own = design === allDesigns ? undefined : client.protocol2CodeConverter.asUri(design);
  if (own?.scheme === 'file') return { defaultUri: own.with({ path: `${own.path.replace(/\.meter$/, '')}.${extension}` }) };
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `findings.${extension}`) };
}

function knownOf(value: unknown): Known {
  const { format, design } = (value ?? {}) as Partial<Record<keyof ExportRequest, unknown>>;
  return { ...(typeof format === 'string' ? { format } : {}), ...(typeof design === 'string' ? { design } : {}) };
}

function isExportRequest(value: unknown): value is ExportRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, target } = value as Partial<Record<keyof ExportRequest, unknown>>;
  return typeof format === 'string' && target instanceof vscode.Uri;
}
