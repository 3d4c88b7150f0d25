import * as vscode from 'vscode';

const taskType = 'meterlint';

/** What a `tasks.json` may say beside `"type": "meterlint"`. */
interface CheckDefinition extends vscode.TaskDefinition {
  /** Files and folders, relative to the workspace folder; without them, all of it. */
  readonly paths?: readonly string[];
  /** Options of `meterlint check`, such as `--fail-on`, `none`. */
  readonly options?: readonly string[];
}

/**
 * Tasks that run `meterlint check`, as a build does. The command line that the extension
 * brings along runs on VS Code's own runtime: nothing has to be installed, and no shell reads the arguments.
 */
export class CheckTasks implements vscode.TaskProvider {
  /** @param commandLine the path of the bundled command line. */
  constructor(private readonly commandLine: string) {}

  provideTasks(): vscode.Task[] {
    return (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => this.taskFor({ type: taskType }, folder) ?? []);
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const { scope } = task;
    const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
    return folder === undefined ? undefined : this.taskFor(task.definition, folder);
  }

  private taskFor(definition: CheckDefinition, folder: vscode.WorkspaceFolder): vscode.Task | undefined {
    // A process reads files from a disk only.
    if (folder.uri.scheme !== 'file') return undefined;
    const args = [this.commandLine, 'check', ...strings(definition.options), '--', ...strings(definition.paths)];
    const run = new vscode.ProcessExecution(process.execPath, args, { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } });
    // No problem matcher: the server shows the findings of all files already. The places in the output are links.
    const task = new vscode.Task(definition, folder, 'check', 'Meterlint', run, []);
    task.detail = 'Review the designs of this folder, as the command line does in a build.';
    task.presentationOptions = { clear: true, reveal: vscode.TaskRevealKind.Silent };
    return task;
  }
}

/** What somebody wrote by hand may be anything. */
function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
