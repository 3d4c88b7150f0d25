import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { pageRequest, showPageCommand, type PageParams, type ShownPage } from '../server/protocol/pages.js';

/** Fetches nothing, runs nothing; links lead to other pages only. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

const style = `body { max-width: 50rem; line-height: 1.5; padding: 0 1.5rem 2rem; } h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 1.4em; }
ul { padding-left: 1.3em; } li.indented { margin-left: 1.3em; }`;

/** The pages of requirements and everything else that is defined, one at a time beside the text. */
export class PageView implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private name: string | undefined;

  constructor(private readonly client: () => LanguageClient) {}

  /** @returns the title of what is shown. */
  async show(given?: unknown): Promise<string | undefined> {
    const name = typeof given === 'string' ? given : await ask();
    if (name === undefined) return undefined;
    const page = await this.pageOf(name);
    if (page === null) {
      void vscode.window.showInformationMessage(`The catalogue has no '${name}'.`);
      return undefined;
    }
    this.name = name;
    this.panel ??= this.opened();
    this.fill(this.panel, page);
    this.panel.reveal(undefined, false);
    return page.title;
  }

  /** After a review: the page says how a requirement stands. */
  async refresh(): Promise<void> {
    const { name } = this;
    if (this.panel === undefined || name === undefined) return;
    const page = await this.pageOf(name);
    if (page !== null && name === this.name) this.fill(this.panel, page);
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private pageOf(name: string): Promise<ShownPage | null> {
    const params: PageParams = { name };
    return this.client().sendRequest<ShownPage | null>(pageRequest, params);
  }

  private opened(): vscode.WebviewPanel {
    const options = { enableScripts: false, enableCommandUris: [showPageCommand], localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel('meterlint.page', 'Meterlint', vscode.ViewColumn.Beside, options);
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.name = undefined;
    });
    return panel;
  }

  private fill({ webview }: vscode.WebviewPanel, { title, body }: ShownPage): void {
    if (this.panel !== undefined) this.panel.title = title;
    const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style>`;
    const told = `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
    if (webview.html !== told) webview.html = told;
  }
}

async function ask(): Promise<string | undefined> {
  const prompt = 'A requirement, mechanism, control, kind, standard or anything else that is defined, or a code';
  const name = await vscode.window.showInputBox({
    title: 'Show the page of',
    prompt,
    placeHolder: 'as it stands in a finding or in the text',
  });
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}
