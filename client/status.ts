import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { statusNotification, type Status } from '../server/protocol.js';

/** Says beside the language's name how the review stands: in words, and with a way to act where it has stopped. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('meterlint.status', { language: 'meter' });
  private subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[] = [];
  private readonly reviewed = new vscode.EventEmitter<void>();

  /** Told after each review. A client hands a notification to one listener only: whoever else wants to know asks here. */
  readonly onDidReview = this.reviewed.event;

  constructor() {
    this.item.name = 'Meterlint';
    this.starting();
  }

  /** From now on tells the state of this client, and of no other. */
  follow(client: LanguageClient): void {
    this.unfollow();
    this.subscriptions = [
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) this.stopped();
        else if (newState === State.Starting) this.starting();
      }),
      client.onNotification(statusNotification, (status: Status) => {
        this.ready(status);
        this.reviewed.fire();
      }),
    ];
  }

  private starting(): void {
    this.item.busy = true;
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    this.item.text = 'Meterlint: reviewing';
    this.item.command = { command: 'meterlint.showOutput', title: 'Show Output' };
  }

  private ready({ designs, findings }: Status): void {
    this.item.busy = false;
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
    this.item.text = `Meterlint: ${count(findings, 'finding')} in ${count(designs, 'design')}`;
    this.item.command = { command: 'meterlint.reviewWorkspace', title: 'Show Findings' };
  }

  private stopped(): void {
    this.item.busy = false;
    this.item.severity = vscode.LanguageStatusSeverity.Error;
    this.item.text = 'Meterlint: stopped';
    this.item.command = { command: 'meterlint.restartServer', title: 'Restart Server' };
  }

  dispose(): void {
    this.item.dispose();
    this.reviewed.dispose();
    this.unfollow();
  }

  private unfollow(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
