import { DefaultLanguageServer } from 'langium/lsp';
import { CodeActionKind, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { completionCapabilities } from './completion.js';
import { fixAllKind } from './fix-all.js';
import type { MeterServerSharedServices } from './module.js';
import { navigationCapabilities } from './navigation/index.js';
import { refactorKinds } from './refactor/index.js';

/** Announces what is really there: the kinds of code actions, which Langium leaves out. */
export class MeterLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const result = super.buildInitializeResult(params);
    const { server } = this.services as MeterServerSharedServices;
    server.ClientAbilities.learn(params);
    server.SetAside.learn(params);
    result.capabilities.codeActionProvider = { codeActionKinds: [CodeActionKind.QuickFix, ...refactorKinds, fixAllKind] };
    const folders = result.capabilities.workspace?.workspaceFolders;
    if (folders !== undefined) folders.changeNotifications = true;
    Object.assign(result.capabilities, navigationCapabilities, completionCapabilities);
    result.serverInfo = { name: 'Meterlint' };
    return result;
  }
}
