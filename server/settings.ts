import { DocumentState, type URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DecisionRule } from '../language/names/decision-files.js';
import { globProblem } from '../language/names/glob.js';
import { isBuiltIn } from '../language/names/imports.js';
import { projectFile } from '../workspace/index.js';
import type { MeterServerSharedServices } from './module.js';

const section = 'meterlint';

/** What users and projects set of reviews. */
export class ReviewSettings {
  private known = '';
  /** Asks the client for the patterns of each folder; undefined where it cannot be asked. */
  ask: ((folders: readonly URI[]) => Promise<readonly unknown[]>) | undefined;

  constructor(private readonly shared: MeterServerSharedServices) {}

  /** Reads them again; says whether something is otherwise than before. What the user sets goes before what the project states. */
  async read(): Promise<boolean> {
    const { meter, server } = this.shared;
    const folders = meter.WorkspaceFolders.all();
    const isOtherProject = await server.Projects.read(folders);
    const values = folders.length === 0 ? [] : ((await this.ask?.(folders)) ?? []);
    const rules = folders.map((folder, index): DecisionRule => {
      const own = patternsOf(values[index], server.log);
      return { folder, from: own.length > 0 ? own : (server.Projects.of(folder).decisionsFrom ?? []) };
    });
    const { ConfigurationProvider: switches } = this.shared.workspace;
    const words = [switches.word('profile'), switches.word('lowestSeverity'), switches.table('shownAs')];
    const now = JSON.stringify([words, rules.map(({ folder, from }) => [folder.toString(), from])]);
    const isOther = isOtherProject || now !== this.known;
    this.known = now;
    if (isOther) meter.DecisionFiles.set(rules);
    return isOther;
  }

  /** Reads them again, and reviews again where something is otherwise. */
  async refresh(): Promise<void> {
    if (!(await this.read())) return;
    const { LangiumDocuments, DocumentBuilder, WorkspaceLock, WorkspaceManager } = this.shared.workspace;
    await WorkspaceLock.write(async (token) => {
      // What the files say is known already; what counts of it is not.
      for (const document of LangiumDocuments.all) {
        if (!isBuiltIn(document.uri) && document.state > DocumentState.IndexedReferences) {
          DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
        }
      }
      // What was passed over may count now; what is passed over now leaves by itself.
      await DocumentBuilder.update(await WorkspaceManager.filesNotRead(), [], token);
    });
  }
}

/** Follows the client's settings and the files of projects, before the first review and whenever they change. */
export function followSettings(connection: Connection, shared: MeterServerSharedServices): void {
  const { Settings, log } = shared.server;
  const refresh = (): void =>
    void Settings.refresh().catch((error: unknown) => {
      log(`Settings: ${String(error)}`);
    });
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    if (capabilities.workspace?.configuration !== true) return;
    Settings.ask = async (folders) => {
      const items = folders.map((folder) => ({ scopeUri: folder.toString(), section: `${section}.decisions.from` }));
      return (await connection.workspace.getConfiguration(items)) as unknown[];
    };
  });
  shared.workspace.ConfigurationProvider.onConfigurationSectionUpdate((change) => {
    if (change.section === section) refresh();
  });
  shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith(`/${projectFile}`))) refresh();
  });
}

/** A pattern that is wrong is told, and matches nothing. */
function patternsOf(value: unknown, log: (message: string) => void): string[] {
  if (!Array.isArray(value)) return [];
  const globs = (value as unknown[]).map(String);
  for (const glob of globs) {
    const problem = globProblem(glob);
    if (problem !== undefined) log(`meterlint.decisions.from: '${glob}' ${problem}; it matches no file.`);
  }
  return globs;
}
