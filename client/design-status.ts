import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { withoutIconsInBar } from './plain.js';
import { designStatusRequest, type DesignStatus } from '../server/protocol/design-status.js';

/** In the status bar: how the design in front stands, or all of them. A click opens the work list. */
export class DesignStatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('meterlint.standing', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: readonly vscode.Disposable[];
  private turn = 0;

  constructor(
    private readonly client: () => LanguageClient,
    onDidReview: vscode.Event<void>,
  ) {
    this.item.name = 'Meterlint';
    this.item.command = 'meterlint.workList.focus';
    const ask = () => void this.ask();
    this.subscriptions = [onDidReview(ask), vscode.window.onDidChangeActiveTextEditor(ask)];
  }

  dispose(): void {
    this.item.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async ask(): Promise<void> {
    const turn = ++this.turn;
    const document = vscode.window.activeTextEditor?.document;
    const uri = document?.languageId === 'meter' ? document.uri.toString() : undefined;
    const status = await this.client()
      .sendRequest<DesignStatus | null>(designStatusRequest, { uri })
      .catch(() => null);
    // What was asked for later counts.
    if (turn !== this.turn) return;
    if (status === null) {
      this.item.hide();
      return;
    }
    this.item.text = withoutIconsInBar(status.text);
    this.item.tooltip = `${status.detail}\nOpen the work list`;
    this.item.accessibilityInformation = { label: `Meterlint: ${status.detail}` };
    this.item.show();
  }
}
