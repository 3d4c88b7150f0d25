import type { AstNode, AstNodeDescription, LangiumDocument, URI } from 'langium';
import type { Model } from '../generated/ast.js';
import type { Grammar } from '../grammar/elements.js';
import type { MeterSharedServices } from '../module.js';
import type { Architecture, Catalogue } from '../model/index.js';
import type { SourceMap, SourceRange } from '../source/index.js';
import { above, replacing, takingOut, type Edit } from '../writing/index.js';
import type { Referred } from './references.js';
import type { Doing, Nearby, Said } from './words/index.js';

/** After so many of a code a reader looks at the first ones anyway, and the editor stays quick. */
export const mostOfACode = 100;

/** A way to repair a mistake: text edits as data, which the editor offers and the tests apply. */
export interface Repair {
  /** What it does, with what; its title is made of it. */
  readonly does: Doing;
  /** The one that an editor offers first; at most one of a mistake. */
  readonly preferred: boolean;
  /** Nothing else can have been meant, and nothing that its author wrote is lost: `fix --errors` takes it without asking. */
  readonly certain?: boolean;
  readonly edits: readonly Edit[];
}

/**
 * Something that is wrong with what a file says, apart from missing controls: its code, what is the case, and with what. It holds no sentence:
 * those are made of it by `words/`.
 */
export type Mistake = Said & MistakeBody;

/** One of some codes. */
export type MistakeOf<C extends Mistake['code']> = Extract<Mistake, { readonly code: C }>;

interface MistakeBody {
  readonly range: SourceRange;
  /** Another place that has to do with it, and what is there. */
  readonly related?: { readonly range: SourceRange; readonly is: Nearby } | undefined;
  readonly repairs?: readonly Repair[];
  /** The text does nothing and may go: shown faded. */
  readonly unnecessary?: boolean;
}

/** What a check looks at: one file, and the designs that it is part of, each with all that its phases ever have. */
export interface Context {
  readonly document: LangiumDocument;
  readonly uri: string;
  readonly model: Model;
  readonly catalogue: Catalogue;
  /** Designs and lone fragments that this file is part of. */
  readonly designs: readonly Architecture[];
  /** The same in each of their phases. */
  readonly generations: readonly Architecture[];
  /** Where the parts of the catalogue and of the designs stand. */
  readonly sources: SourceMap;
  readonly shared: MeterSharedServices;
  readonly grammar: Grammar;
  /** What a check derives from a part of this state, found out once for all files. The name says what. */
  readonly derived: <T>(part: object, what: string, find: () => T) => T;
  /**
   * What a check tells of a statement: asked only where it told something the last time, or where one of `from` is another one since. These are
   * all that it reads besides the statement itself.
   */
  readonly unlessClean: (statement: AstNode, check: string, from: readonly unknown[], find: () => Iterable<Mistake>) => Iterable<Mistake>;
  /** What names lead to, in the whole workspace. */
  readonly referred: () => Referred;
  /** The document of an address, if it is loaded. */
  readonly documentAt: (uri: URI | string) => LangiumDocument | undefined;
}

export type Check = (context: Context) => Iterable<Mistake>;

/** A repair that takes a statement away, with its line where nothing else stands on it. */
export function removal(document: LangiumDocument, range: SourceRange, does: Doing, preferred = true): Repair {
  const text = document.textDocument.getText();
  return {
    does,
    preferred,
    // Of many mistakes few are told, and what stands before one on a long line is looked through for each: found when somebody asks.
    get edits() {
      return [takingOut(range, text)];
    },
  };
}

/** A repair that puts other text in a place. */
export function replacement(range: SourceRange, newText: string, does: Doing, preferred: boolean): Repair {
  return { does, preferred, edits: [replacing(range, newText)] };
}

/** A repair that writes lines before the one in which something starts; a doc comment stays with what it explains. */
export function lineBefore(document: LangiumDocument, offset: number, lines: readonly string[], does: Doing, preferred: boolean): Repair {
  return { does, preferred, edits: [above(document.uri.toString(), document.textDocument.getText(), offset, lines)] };
}

/** What a reference leads to; undefined where it leads nowhere. */
export function describedBy(reference: LangiumDocument['references'][number]): AstNodeDescription | undefined {
  return '$nodeDescription' in reference ? reference.$nodeDescription : undefined;
}
