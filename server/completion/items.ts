import {
  InsertTextFormat,
  MarkupKind,
  type ClientCapabilities,
  type CompletionItem,
  type InsertReplaceEdit,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { endedAs, protocolEdit } from '../../language/writing/index.js';
import type { AstNode } from 'langium';
import type { Snapshot } from '../../workspace/index.js';
import { briefOf, descriptionOf } from './descriptions.js';
import type { About, CompletionOffer } from './offer.js';
import { filterText } from './found-by.js';
import type { Situation } from './situation.js';

/** What the client understands of completion. */
export interface Client {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  /** Documentation is asked for later, item by item. */
  readonly resolves: boolean;
  /** The client's command that asks for completion again; it is no part of the protocol. */
  readonly again: string | undefined;
}

export function clientOf(capabilities: ClientCapabilities, options: unknown): Client {
  const item = capabilities.textDocument?.completion?.completionItem;
  const again = (options as { completeAgain?: unknown } | undefined)?.completeAgain;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    resolves: item?.resolveSupport?.properties.includes('documentation') === true,
    again: typeof again === 'string' ? again : undefined,
  };
}

/** Offers in the terms of the protocol, in their order. */
export function itemsOf(offers: readonly CompletionOffer[], situation: Situation, client: Client): CompletionItem[] {
  const { document, cursor, snapshot } = situation;
  const at = (offset: number) => document.textDocument.positionAt(offset);
  const start = at(cursor.quoted === undefined ? cursor.start : cursor.quoted.start);
  const insert: Range = { start, end: at(cursor.offset) };
  const replace: Range = { start, end: at(cursor.end) };
  const typed = cursor.text.slice(document.textDocument.offsetAt(start), cursor.offset);
  return offers.map((offer, index): CompletionItem => {
    const { label, kind, detail, mark, edits, about, preselect } = offer;
    const written = client.snippets && offer.snippet !== undefined ? offer.snippet : (offer.insert ?? label);
    const newText = endedAs(cursor.text, { start: cursor.start, end: cursor.end, newText: written });
    const told = offer.documentation ?? (about === undefined || client.resolves ? undefined : briefOf(about, snapshot));
    return {
      label,
      kind,
      sortText: String(index).padStart(5, '0'),
      filterText: filterText(offer, typed),
      textEdit: editOf(newText, insert, replace, client),
      insertTextFormat: client.snippets && offer.snippet !== undefined ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      ...(client.labelDetails && mark !== undefined ? { labelDetails: { description: mark } } : {}),
      ...(detailOf(detail, client.labelDetails ? undefined : mark) ?? {}),
      ...(edits === undefined ? {} : { additionalTextEdits: edits.map((edit) => protocolEdit(document.textDocument, edit)) }),
      ...(preselect === true ? { preselect } : {}),
      ...(about === undefined ? {} : { data: about }),
      ...(told === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: told } }),
      ...(offer.again === true && client.again !== undefined ? { command: { title: '', command: client.again } } : {}),
    };
  });
}

function detailOf(detail: string | undefined, mark: string | undefined): { detail: string } | undefined {
  const told = [mark, detail].filter((part) => part !== undefined).join('; ');
  return told === '' ? undefined : { detail: told };
}

/** Without the choice between the two, the whole word is replaced: half of a name is no name. */
function editOf(newText: string, insert: Range, replace: Range, client: Client): TextEdit | InsertReplaceEdit {
  return client.insertReplace ? { newText, insert, replace } : { newText, range: replace };
}

/** An item with its documentation, for clients that ask for it later. */
export function resolved(item: CompletionItem, snapshot: Snapshot, describe: (node: AstNode) => string | undefined): CompletionItem {
  const about = item.data as Partial<About> | undefined;
  if (typeof about?.type !== 'string' || typeof about.name !== 'string') return item;
  const told = descriptionOf(about as About, snapshot, describe);
  return told === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: told } };
}
