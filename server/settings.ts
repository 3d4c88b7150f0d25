import { DocumentState } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DecisionRule } from '../language/names/decision-files.js';
import { globProblem } from '../language/names/glob.js';
import { isBuiltIn } from '../language/names/imports.js';
import type { MeterServerSharedServices } from './module.js';

const section = 'meterlint';

/** Asks the client for what users set, before the first review and again whenever they change it. */
export function followSettings(connection: Connection, shared: MeterServerSharedServices): void {
  const { WorkspaceLock, ConfigurationProvider } = shared.workspace;
  let canAsk = false;
  let known = '';
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    canAsk = capabilities.workspace?.configuration === true;
  });
  ConfigurationProvider.onConfigurationSectionUpdate((change) => {
    if (change.section === section) void refresh().catch((error: unknown) => shared.server.log(`Settings: ${String(error)}`));
  });
  shared.server.Settings.read = async (): Promise<boolean> => {
    if (!canAsk) return false;
    const folders = shared.meter.WorkspaceFolders.all();
    const items = folders.map((folder) => ({ scopeUri: folder.toString(), section: `${section}.decisions.from` }));
    const values = items.length === 0 ? [] : ((await connection.workspace.getConfiguration(items)) as unknown[]);
    const rules = folders.map((folder, index): DecisionRule => ({ folder, from: patternsOf(values[index], shared.server.log) }));
    const now = JSON.stringify(rules.map(({ folder, from }) => [folder.toString(), from]));
    if (now === known) return false;
    known = now;
    shared.meter.DecisionFiles.set(rules);
    return true;
  };

  const refresh = async (): Promise<void> => {
    if (!(await shared.server.Settings.read())) return;
    await WorkspaceLock.write(async (token) => {
      // What the files say is known already; what counts of it is not.
      for (const document of shared.workspace.LangiumDocuments.all) {
        if (!isBuiltIn(document.uri) && document.state > DocumentState.IndexedReferences) {
          shared.workspace.DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
        }
      }
      await shared.workspace.DocumentBuilder.update([], [], token);
    });
  };
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
