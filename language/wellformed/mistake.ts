import type { AstNodeDescription, LangiumDocument, URI } from 'langium';
import type { Model } from '../generated/ast.js';
import type { Grammar } from '../grammar/elements.js';
import type { MeterSharedServices } from '../module.js';
import type { Architecture, Catalogue } from '../model/index.js';
import type { SourceMap, SourceRange } from '../source/index.js';
import { rangeBetween } from '../read/range.js';

/** A replacement of text in one file. */
export interface Edit {
  readonly range: SourceRange;
  readonly newText: string;
}

/** A way to repair a mistake: text edits as data, which the editor offers and the tests apply. */
export interface Repair {
  readonly title: string;
  /** The one that an editor offers first; at most one of a mistake. */
  readonly preferred: boolean;
  /** Nothing else can have been meant, and nothing that its author wrote is lost: `fix --mistakes` takes it without asking. */
  readonly certain?: boolean;
  readonly edits: readonly Edit[];
}

/** Something that is wrong with what a file says, apart from missing controls. */
export interface Mistake {
  /** One of those that `docs/problems.md` explains. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** What is wrong, and what to do. */
  readonly message: string;
  readonly range: SourceRange;
  /** Another place that has to do with it. */
  readonly related?: { readonly range: SourceRange; readonly message: string } | undefined;
  readonly repairs?: readonly Repair[];
  /** The text does nothing and may go: shown faded. */
  readonly unnecessary?: boolean;
}

/** What a check looks at: one file, and the designs that it is part of. */
export interface Context {
  readonly document: LangiumDocument;
  readonly uri: string;
  readonly model: Model;
  readonly catalogue: Catalogue;
  /** Designs and lone fragments that this file is part of. */
  readonly designs: readonly Architecture[];
  /** Where the parts of the catalogue and of the designs stand. */
  readonly sources: SourceMap;
  readonly shared: MeterSharedServices;
  readonly grammar: Grammar;
  /** The document of an address, if it is loaded. */
  documentAt(uri: URI | string): LangiumDocument | undefined;
}

export type Check = (context: Context) => Iterable<Mistake>;

/** A repair that takes a statement away, with its line where nothing else stands on it. */
export function removal(document: LangiumDocument, range: SourceRange, title: string, preferred = true): Repair {
  const text = document.textDocument.getText();
  let { startOffset: start, endOffset: end } = range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*\r?\n?/.exec(text.slice(end))?.[0] ?? '';
  if (text.slice(lineStart, start).trim() === '' && (rest.endsWith('\n') || end + rest.length === text.length)) {
    start = lineStart;
    end += rest.length;
  }
  return { title, preferred, edits: [{ range: rangeBetween(document, start, end), newText: '' }] };
}

/** A repair that puts other text in a place. */
export function replacement(range: SourceRange, newText: string, title: string, preferred: boolean): Repair {
  return { title, preferred, edits: [{ range, newText }] };
}

/** A repair that writes lines before the one in which something starts; a doc comment stays with what it explains. */
export function lineBefore(document: LangiumDocument, offset: number, lines: readonly string[], title: string, preferred: boolean): Repair {
  const text = document.textDocument.getText();
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  const comment = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*$/.exec(text.slice(0, offset));
  if (comment !== null) start = text.lastIndexOf('\n', comment.index - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  // Something else may stand before it on its line.
  const own = text.slice(start, offset).trim() === '' || comment !== null;
  const at = own ? start : offset;
  const newText = lines.map((line) => `${own ? indent : ''}${line}${newline}`).join('');
  return { title, preferred, edits: [{ range: rangeBetween(document, at, at), newText }] };
}

/** What a reference leads to; undefined where it leads nowhere. */
export function describedBy(reference: LangiumDocument['references'][number]): AstNodeDescription | undefined {
  return '$nodeDescription' in reference ? reference.$nodeDescription : undefined;
}
