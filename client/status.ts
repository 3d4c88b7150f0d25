import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { statusNotification, type Status } from '../server/protocol.js';

/** What views say where they list nothing. */
function tellState(state: 'starting' | 'none' | 'clean' | 'open' | 'stopped'): void {
  void vscode.commands.executeCommand('setContext', 'meterlint.state', state);
}

/** Says beside the language's name how the review stands: in words, and with a way to act where it has stopped. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('meterlint.status', { language: 'meter' });
  private subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[] = [];
  /** Shows again what was last known of the review. */
  private last: () => void = () => undefined;
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
    this.last = () => {
      this.starting();
    };
    tellState('starting');
    this.item.busy = true;
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    this.item.text = 'Meterlint: reviewing';
    this.item.command = { command: 'meterlint.showOutput', title: 'Show Output' };
  }

  /** Whether the server answers at all: what it said last still stands there when it does again. */
  hangs(isBusy: boolean): void {
    const { item } = this;
    if (!isBusy) {
      this.last();
      return;
    }
    item.busy = true;
    item.severity = vscode.LanguageStatusSeverity.Warning;
    item.text = 'Meterlint: does not answer';
    item.command = { command: 'meterlint.restartServer', title: 'Restart Server' };
  }

  private ready(status: Status): void {
    const { designs, findings } = status;
    this.last = () => {
      this.ready(status);
    };
    tellState(designs === 0 ? 'none' : findings === 0 ? 'clean' : 'open');
    this.item.busy = false;
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
    this.item.text = `Meterlint: ${count(findings, 'finding')} in ${count(designs, 'design')}`;
    this.item.command = { command: 'meterlint.reviewWorkspace', title: 'Show Findings' };
  }

  private stopped(): void {
    this.last = () => {
      this.stopped();
    };
    tellState('stopped');
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
