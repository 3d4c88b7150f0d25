import type { LangiumDocument } from 'langium';
import type { Model } from '../../language/generated/ast.js';
import type { Architecture } from '../../language/model/index.js';
import type { Edit } from '../../language/writing/index.js';
import type { NewFile } from '../changes.js';
import type { MeterServerSharedServices } from '../module.js';

/** What is selected in a file without syntax errors; where nothing is, `start` and `end` are the place of the cursor. */
export interface Selection {
  readonly document: LangiumDocument;
  readonly model: Model;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The designs that the file is part of. */
  readonly designs: readonly Architecture[];
  readonly shared: MeterServerSharedServices;
}

/** One thing that can be done with what is selected. */
export interface Offer {
  /** Says what will happen. */
  readonly title: string;
  readonly changes: readonly Edit[];
  readonly creates?: NewFile;
}

/** A way to rewrite a design. It is offered only where it works. */
export interface Refactoring {
  /** Below one of the kinds of code actions of the protocol; announced to clients. */
  readonly kind: string;
  readonly offers: (selection: Selection) => Iterable<Offer> | Promise<Iterable<Offer>>;
}

export function isEmpty({ start, end }: Selection): boolean {
  return start === end;
}
