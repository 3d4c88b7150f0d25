import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The page that shows a diagram: it may run one script of ours and use one sheet of ours, and fetch nothing else. */
export function diagramPage(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Diagram</title>
<link rel="stylesheet" href="${address('diagram.css')}">
</head>
<body>
<header id="bar" role="toolbar" aria-label="What the diagram shows" hidden>
<label>Lines show <select id="protection"></select></label>
<label>Where applies <select id="show"></select></label>
<label>Who reads <select id="readers"></select></label>
<label><input type="checkbox" id="flows"> Flows</label>
<span class="together">
<button id="smaller" title="Smaller (-)" aria-label="Smaller">−</button>
<output id="zoom" aria-label="Size"></output>
<button id="larger" title="Larger (+)" aria-label="Larger">+</button>
<button id="fit" title="As wide as the view (0)">Fit</button>
<button id="save">Save as SVG…</button>
</span>
</header>
<main id="sheet" tabindex="0" role="region" aria-label="Diagram. Plus, minus and zero change its size, arrow keys move it, Tab goes from element to element, Enter to its text. The same is told as text by the outline and by the command Meterlint: Show Findings."></main>
<p id="words" role="status"></p>
<script nonce="${nonce}" src="${address('diagram.js')}"></script>
</body>
</html>
`;
}
