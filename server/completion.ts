import type { AstNode, LangiumDocument } from 'langium';
import { WorkspaceState, type CompletionProvider, type ServiceRequirements } from 'langium/lsp';
import {
  CompletionTriggerKind,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { GrammarAutomaton } from './completion/automaton.js';
import { cursorAt } from './completion/cursor.js';
import { clientOf, itemsOf, resolved, type Client } from './completion/items.js';
import { isDemanding, offersAt } from './completion/offers.js';
import { situationAt } from './completion/situation.js';
import { MeterHover } from './hover/index.js';
import type { MeterServerServices, MeterServerSharedServices } from './module.js';

/** A space and the like ask only where something has to follow. */
const triggerCharacters = [' ', '"', '/', '>', ':', ',', '='];

/** Completion by meaning: what may stand at the cursor, what closes something open first. */
export class MeterCompletion implements CompletionProvider {
  readonly completionOptions = { triggerCharacters };
  private readonly automaton: GrammarAutomaton;
  private client: Client = clientOf({}, undefined);

  constructor(private readonly services: MeterServerServices) {
    this.automaton = new GrammarAutomaton(services.Grammar);
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities, initializationOptions }) => {
      this.client = clientOf(capabilities, initializationOptions);
    });
  }

  getCompletion(document: LangiumDocument, { position, context }: CompletionParams): CompletionList {
    const none: CompletionList = { isIncomplete: false, items: [] };
    const { textDocument } = document;
    const cursor = cursorAt(textDocument.getText(), textDocument.offsetAt(position), this.services.parser.Lexer);
    const situation = cursor && situationAt(this.services.shared.server.Current.get(), document, cursor, this.automaton);
    if (situation === undefined) return none;
    if (context?.triggerKind === CompletionTriggerKind.TriggerCharacter && !isDemanding(situation)) return none;
    // A number that grows is followed by other units, so that the list of its beginning says nothing of it.
    const isIncomplete = situation.steps.some(({ type }) => type === 'IntValue' || type === 'DurationValue');
    return { isIncomplete, items: itemsOf(offersAt(situation, this.client.snippets), situation, this.client) };
  }
}

/** What is open is known when everything is read. */
export const completionNeeds: Partial<ServiceRequirements> = { CompletionProvider: WorkspaceState.IndexedReferences };

/** Langium announces no resolving of items, and has no service for it. */
export const completionCapabilities: ServerCapabilities = { completionProvider: { triggerCharacters, resolveProvider: true } };

/** Answers with the documentation of an item, which clients ask for when it is shown. */
export function registerCompletion(connection: Connection, shared: MeterServerSharedServices, services: MeterServerServices): void {
  const hover = services.lsp.HoverProvider;
  const describe = (node: AstNode) => (hover instanceof MeterHover ? hover.describe(node) : undefined);
  connection.onCompletionResolve((item: CompletionItem) =>
    shared.workspace.WorkspaceLock.read(() => resolved(item, shared.server.Current.get(), describe)),
  );
}
