import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

interface StrictPage {
  readonly title: string;
  /** The name of its script and its sheet in the folder of such files. */
  readonly name: string;
  readonly body: string;
}

/** A page that may run one script of ours and use one sheet of ours, and fetches nothing else. */
export function strictPage(webview: vscode.Webview, folder: vscode.Uri, { title, name, body }: StrictPage): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>
`;
}
