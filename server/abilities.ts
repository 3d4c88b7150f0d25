import type { InitializeParams } from 'vscode-languageserver';

/** What a client can do that not every client can. It says so once, at the start. */
export class ClientAbilities {
  /** Whether an edit may create a file. */
  createsFiles = false;
  /** Whether it tells of folders that are added to the workspace or taken away. */
  changesFolders = false;
  private commands: ReadonlySet<string> = new Set();

  learn({ capabilities, initializationOptions }: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): void {
    const { documentChanges, resourceOperations } = capabilities.workspace?.workspaceEdit ?? {};
    this.changesFolders = capabilities.workspace?.workspaceFolders === true;
    this.createsFiles = documentChanges === true && resourceOperations?.includes('create') === true;
    const told: unknown = (initializationOptions as { commands?: unknown } | null | undefined)?.commands;
    this.commands = new Set(Array.isArray(told) ? told.filter((one): one is string => typeof one === 'string') : []);
  }

  /** Whether the client has a command of ours: it lists those that it has in its `initializationOptions`. */
  has(command: string): boolean {
    return this.commands.has(command);
  }
}
