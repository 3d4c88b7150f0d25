import type * as vscode from 'vscode';
import { CloseAction, LanguageClient, State, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';

/** How long a server that is asked to stop may take, in milliseconds. One in the middle of a review answers after it. */
const stopTimeout = 5_000;

/**
 * The server that reviews, and the client that speaks to it.
 *
 * A client whose server did not stop in time cannot be used again: the library would take the late end of the old
 * process for the end of the new one. So a restart always starts a new client; the old one is left behind, with its
 * process ended. That way a restart helps just when it is wanted, with a server that hangs.
 */
export class ReviewServer {
  private readonly abandoned = new WeakSet<LanguageClient>();
  private current: LanguageClient | undefined;
  private restarting: Promise<void> | undefined;

  /** @param follow is told of every new client before it starts. */
  constructor(
    private readonly server: ServerOptions,
    private readonly options: LanguageClientOptions & { readonly outputChannel: vscode.LogOutputChannel },
    private readonly follow: (client: LanguageClient) => void,
  ) {}

  /** @throws Error where nothing was started yet. */
  get client(): LanguageClient {
    if (this.current === undefined) throw new Error('Meterlint has not started yet. Open a .meter file first.');
    return this.current;
  }

  async start(): Promise<void> {
    const client: LanguageClient = new LanguageClient('meterlint', 'Meterlint', this.server, {
      ...this.options,
      errorHandler: {
        error: (error, message, count) => usual.error(error, message, count),
        closed: () => (this.abandoned.has(client) ? { action: CloseAction.DoNotRestart, handled: true } : usual.closed()),
      },
    });
    const usual = client.createDefaultErrorHandler();
    this.current = client;
    this.follow(client);
    await client.start();
  }

  /** Ends the server, however busy it is, and starts a new one. Whoever asks meanwhile waits for the same restart. */
  restart(): Promise<void> {
    this.restarting ??= this.stop()
      .then(() => this.start())
      .finally(() => {
        this.restarting = undefined;
      });
    return this.restarting;
  }

  /** Never rejects: a server that does not stop by itself is ended. */
  async stop(): Promise<void> {
    const client = this.current;
    if (client === undefined) return;
    const process = client.serverProcess;
    this.abandoned.add(client);
    try {
      if (client.state === State.Starting) throw new Error('it was still starting');
      await client.stop(stopTimeout);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.options.outputChannel.info(`The server did not stop by itself (${why}); its process is ended.`);
      process?.kill('SIGKILL');
    }
  }
}
