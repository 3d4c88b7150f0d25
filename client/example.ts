import * as vscode from 'vscode';

/** The example and what it imports. */
const files = ['zones.meter', 'riverside.meter'];

/** Opens a design to look around in: a copy of the user's own, which stays as it was left. */
export async function openExample({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(globalStorageUri, 'example');
  const isThere = await Promise.all(
    files.map((file) =>
      fs.stat(vscode.Uri.joinPath(folder, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  for (const [index, file] of files.entries()) {
    if (isThere[index] !== true) await fs.copy(vscode.Uri.joinPath(extensionUri, 'examples', file), vscode.Uri.joinPath(folder, file));
  }
  const design = vscode.Uri.joinPath(folder, files.at(-1)!);
  await vscode.window.showTextDocument(design);
  vscode.window.setStatusBarMessage('A copy of the example: change it as you like.', 8_000);
  return design;
}
