import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { strictPage } from './strict-page.js';

/** What a panel is to VS Code, and what of its messages and of what it kept is taken. */
export interface DesignPage<State, Message> {
  /** `WebviewPanel.viewType` */
  readonly type: string;
  readonly title: string;
  /** The name of script and sheet in the folder of such files. */
  readonly name: string;
  readonly body: string;
  readonly isState: (kept: unknown) => kept is State;
  readonly isMessage: (message: unknown) => message is Message;
}

/** A panel with one page, which shows the design of the file in front and keeps up with each review. */
export abstract class DesignPanel<
  Shown extends { readonly uri: string; readonly files: readonly string[] },
  State extends { readonly uri: string },
  Message,
  Told,
>
  implements vscode.Disposable, vscode.WebviewPanelSerializer
{
  protected panel: vscode.WebviewPanel | undefined;
  /** The file whose design is wanted; of what is shown the design's own. */
  protected uri = '';
  protected shown: Shown | undefined;
  /** Counts requests: an answer to an older one is not shown. */
  protected asked = 0;
  private readonly following: vscode.Disposable;

  constructor(
    private readonly page: DesignPage<State, Message>,
    private readonly extension: vscode.Uri,
    protected readonly client: () => LanguageClient,
  ) {
    this.following = vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'meter') this.turnTo(editor.document.uri);
    });
  }

  /** Asks for what is wanted and tells the page. */
  protected abstract update(): Promise<void>;
  protected abstract answer(message: Message): Promise<void>;

  /** After a restart of the window; what the page had kept comes back with it. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    if (!this.page.isState(kept)) panel.dispose();
    else {
      this.uri = kept.uri;
      this.takeBack?.(kept);
      panel.webview.options = this.settings();
      this.adopt(panel);
    }
    return Promise.resolve();
  }

  /** Shows again what is shown. A page that nobody sees is told when it is seen. */
  refresh(): void {
    if (this.panel?.visible === true) void this.update();
  }

  dispose(): void {
    this.panel?.dispose();
    this.following.dispose();
  }

  /** Opens the panel for a file where `place` says, or brings the one that is open to the front. */
  protected open(uri: vscode.Uri, place: Parameters<typeof vscode.window.createWebviewPanel>[2], preserveFocus: boolean): void {
    if (this.panel === undefined) {
      this.uri = this.client().code2ProtocolConverter.asUri(uri);
      this.adopt(vscode.window.createWebviewPanel(this.page.type, this.page.title, place, this.settings()));
      return;
    }
    this.panel.reveal(undefined, preserveFocus);
    this.turnTo(uri);
  }

  /** What else the page had kept. */
  protected takeBack?(kept: State): void;

  protected post(message: Told): void {
    void this.panel?.webview.postMessage(message);
  }

  /** It holds script and sheet of the page, and nothing else. */
  private get pages(): vscode.Uri {
    return vscode.Uri.joinPath(this.extension, 'dist', 'webview');
  }

  private settings(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.pages] };
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    this.shown = undefined;
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (this.page.isMessage(message)) void this.answer(message);
    });
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    const icon = (theme: string) => vscode.Uri.joinPath(this.extension, 'syntaxes', `file-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.html = strictPage(panel.webview, this.pages, this.page);
  }

  /** Shows another design only where the file is no part of the one that is shown. */
  private turnTo(uri: vscode.Uri): void {
    const address = this.client().code2ProtocolConverter.asUri(uri);
    if (this.panel === undefined || this.shown?.files.includes(address) === true) return;
    this.uri = address;
    this.refresh();
  }
}
