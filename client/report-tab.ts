import * as vscode from 'vscode';

/** What a report says of its looks holds in a tab as in a browser: a report is paper, whatever the theme. VS Code gives these their own. */
const own =
  '<style>body { color: var(--ink); background: var(--paper); font: inherit; } code, a code { color: inherit; background: none; padding: 0; }</style>';

/**
 * An HTML report as a tab: it brings its policy with it, nothing in it runs, nothing is fetched for it. What it links to within itself is gone to, an address of the
 * web is VS Code's to open.
 */
export function showReport(file: vscode.Uri, page: string): void {
  const panel = vscode.window.createWebviewPanel('meterlint.report', file.path.split('/').at(-1)!, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = page.replace('</head>', () => `${own}</head>`);
}

/** A browser beside VS Code reads the disk of its own machine: not that of a container, nor of a server that a window is of. */
export function canBrowse(file: vscode.Uri): boolean {
  return file.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
}
