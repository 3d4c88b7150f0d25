import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { Place, Session } from '../in-process.js';

/** A client that understands what editors of today do. */
export const modern = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation'] },
      },
    },
  },
};

export async function itemsAt(session: Session, place: Place, character?: string): Promise<CompletionItem[]> {
  const context = character === undefined ? undefined : { triggerKind: 2, triggerCharacter: character };
  const list = await session.request<CompletionList>('textDocument/completion', { ...place, context });
  return list.items;
}

export async function labelsAt(session: Session, place: Place, character?: string): Promise<string[]> {
  return (await itemsAt(session, place, character)).map(({ label }) => label);
}

export function named(items: readonly CompletionItem[], label: string): CompletionItem {
  const found = items.find((item) => item.label === label);
  assert.ok(found, `'${label}' in ${items.map((item) => item.label).join(', ')}`);
  return found;
}

/** A small design. */
export const town = [
  'design town { profile x1332 }',
  'zone home is customer-premises',
  'zone dmz is head-end-dmz',
  'data load is interval-consumption',
  '/** Reads [all](command:evil) <b>day</b>. */',
  'component meter-1.a "Meter" is smart-meter in home { remote-switch = none }',
  'component hes is head-end in dmz',
  'link wan: meter-1.a <-> hes',
  'flow read is scheduled-reading: meter-1.a -> hes carries load',
  '',
].join('\n');
