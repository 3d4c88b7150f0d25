import type { LangiumDocument, URI } from 'langium';
import type { Model } from '../../language/generated/ast.js';
import type { Architecture } from '../../language/model/index.js';
import type { Edit } from '../../language/writing/index.js';
import type { ActionDeed } from '../action-titles.js';
import type { NewFile } from '../changes.js';
import type { Snapshot } from '../../workspace/index.js';

/** What is selected in a file without syntax errors; where nothing is, `start` and `end` are the place of the cursor. */
export interface Selection {
  readonly document: LangiumDocument;
  readonly model: Model;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The designs that the file is part of. */
  readonly designs: readonly Architecture[];
  readonly snapshot: Snapshot;
  /** Whether the client can create files. */
  readonly createsFiles: boolean;
  /** Whether there is a file, also one that is none of the workspace's. */
  readonly exists: (uri: URI) => Promise<boolean>;
}

/** One thing that can be done with what is selected. */
export interface RefactoringOffer {
  readonly does: ActionDeed;
  readonly changes: readonly Edit[];
  readonly creates?: NewFile;
}

/** A way to rewrite a design. It is offered only where it works. */
export interface Refactoring {
  /** Below one of the kinds of code actions of the protocol; announced to clients. */
  readonly kind: string;
  readonly offers: (selection: Selection) => Iterable<RefactoringOffer> | Promise<Iterable<RefactoringOffer>>;
}

export function isEmpty({ start, end }: Selection): boolean {
  return start === end;
}
