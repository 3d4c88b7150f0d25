import { CompletionItemKind } from 'vscode-languageserver';
import type { Edit } from '../../language/writing/index.js';

/** What completion offers, before it is put into the terms of LSP; earlier ones are shown first. */
export interface CompletionOffer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail: string | undefined;
  /** A word beside the label: where it comes from, or what is wrong with it. */
  readonly mark?: string;
  /** Inserted instead of the label. */
  readonly insert?: string;
  /** What is compared with what the user has typed, where it is not the label. */
  readonly filter?: string;
  /** Everyday words by which it is found, too. */
  readonly also?: readonly string[];
  /** Inserted by clients that understand places to fill in, which `$1` and the like mark. */
  readonly snippet?: string;
  /** Whether something has to follow, which is best offered at once. */
  readonly again?: boolean;
  readonly preselect?: boolean;
  /** Made together with the insertion, such as an import. */
  readonly edits?: readonly Edit[];
  /** Markdown, where it costs nothing to have it at hand. */
  readonly documentation?: string;
  /** What its documentation is found by. */
  readonly about?: About;
}

/** A definition by its type and name, or an element by its file and name. */
export interface About {
  readonly type: string;
  readonly name: string;
  readonly uri?: string;
}

/** Sorts by numbers compared one after the other, and leaves the order of equals. */
export function ranked<T>(all: Iterable<T>, rank: (one: T) => readonly number[]): T[] {
  const keyed = [...all].map((one) => ({ one, rank: rank(one) }));
  keyed.sort((a, b) => {
    for (let index = 0; index < a.rank.length; index++) {
      const difference = a.rank[index]! - b.rank[index]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ one }) => one);
}

const mostNames = 4;

/** `a, b and 3 more` */
export function some(names: readonly string[]): string {
  const shown = names.slice(0, mostNames);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

/** Parts of a detail, the empty ones left out. */
export function detail(parts: readonly (string | undefined)[]): string | undefined {
  const told = parts.filter((part) => part !== undefined && part !== '');
  return told.length === 0 ? undefined : told.join('; ').replace(/\s+/g, ' ');
}

const kinds: Readonly<Record<string, CompletionItemKind>> = {
  ZoneKind: CompletionItemKind.Class,
  ComponentKind: CompletionItemKind.Class,
  DataClass: CompletionItemKind.Class,
  Service: CompletionItemKind.Class,
  Control: CompletionItemKind.Property,
  Mechanism: CompletionItemKind.Module,
  Attribute: CompletionItemKind.Field,
  Requirement: CompletionItemKind.Function,
  Zone: CompletionItemKind.Folder,
  Component: CompletionItemKind.Variable,
  Data: CompletionItemKind.Struct,
  Link: CompletionItemKind.Interface,
  Flow: CompletionItemKind.Event,
  Design: CompletionItemKind.Module,
};

export function kindOf(type: string): CompletionItemKind {
  return kinds[type] ?? CompletionItemKind.Reference;
}

interface Definable {
  readonly name: string;
  readonly title: string | undefined;
  readonly also?: readonly string[];
}

/** A definition of the catalogue, with its title and the everyday words by which it is found. */
export function definitionOffer(type: string, { name, title, also = [] }: Definable, more?: string): CompletionOffer {
  const offer = { label: name, kind: kindOf(type), detail: detail([title, more]), about: { type, name } };
  return also.length === 0 ? offer : { ...offer, also };
}
