import type * as vscode from 'vscode';
import {
  CloseAction,
  LanguageClient,
  State,
  type LanguageClientOptions,
  type Middleware,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { listensRequest } from '../server/protocol/set-aside.js';
import { Suspects } from './suspects.js';
import { Watchdog } from './watchdog.js';

/** How long a server that is asked to stop may take, in milliseconds. One in the middle of a review answers after it. */
const stopTimeout = 5_000;

type ReviewServerOptions = Omit<LanguageClientOptions, 'initializationOptions' | 'middleware'> & {
  readonly outputChannel: vscode.LogOutputChannel;
  readonly initializationOptions: object;
};

/** Who is told what of the server. */
export interface Told {
  /** Every new client before it starts. */
  readonly follow: (client: LanguageClient) => void;
  /** Whether the server answers nothing at the moment. */
  readonly hangs: (isBusy: boolean) => void;
  /** The server has ended while it was given a text, which the next one does not read. */
  readonly setAside: (uri: string) => void;
}

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
  private readonly suspects = new Suspects();

  constructor(
    private readonly server: ServerOptions,
    private readonly options: ReviewServerOptions,
    private readonly told: Told,
  ) {}

  /** @throws Error where nothing was started yet. */
  get client(): LanguageClient {
    if (this.current === undefined) throw new Error('Meterlint has not started yet. Open a .meter file first.');
    return this.current;
  }

  async start(): Promise<void> {
    const client: LanguageClient = new LanguageClient('meterlint', 'Meterlint', this.server, {
      ...this.options,
      middleware: this.middleware(),
      initializationOptions: () => ({ ...this.options.initializationOptions, setAside: this.suspects.all }),
      errorHandler: {
        error: (error, message, count) => usual.error(error, message, count),
        closed: () => (this.abandoned.has(client) ? { action: CloseAction.DoNotRestart, handled: true } : this.ended(usual.closed())),
      },
    });
    const usual = client.createDefaultErrorHandler();
    this.current = client;
    this.told.follow(client);
    this.watch(client);
    await client.start();
  }

  /** All that was given to the server is reviewed. */
  settled(): void {
    this.suspects.settled();
  }

  private ended<T>(result: T): T {
    const uri = this.suspects.ended();
    if (uri !== undefined) this.told.setAside(uri);
    return result;
  }

  private middleware(): Middleware {
    return {
      didOpen: (document, next) => {
        this.suspects.given(document);
        return next(document);
      },
      didChange: (event, next) => {
        this.suspects.given(event.document);
        return next(event);
      },
      didClose: (document, next) => {
        this.suspects.closed(document);
        return next(document);
      },
    };
  }

  /** As long as this client runs. A server that hangs for good is ended, and another one started. */
  private watch(client: LanguageClient): void {
    let watchdog: Watchdog | undefined;
    client.onDidChangeState(({ newState }) => {
      watchdog?.stop();
      if (newState !== State.Running) return;
      watchdog = new Watchdog({
        ask: () => client.sendRequest(listensRequest),
        busy: () => {
          this.told.hangs(true);
        },
        idle: () => {
          this.told.hangs(false);
        },
        hung: () => {
          this.options.outputChannel.info('The server has not answered for a minute; it is started again.');
          this.ended(undefined);
          void this.restart();
        },
      });
      watchdog.start();
    });
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
