import { readElement, type ElementStatement, type WrittenElement } from './elements.js';
import type { OriginNotes, PartOrigins } from './origins.js';
import { documentationOf } from './range.js';

interface ReadStatement {
  readonly found: WrittenElement;
  readonly noted: PartOrigins;
}

/** What statements were read as: one that an edit leaves as it is stays the same node, and is not read again. */
export class ReadStatements {
  private readonly known = new WeakMap<ElementStatement, ReadStatement>();
  /** How many were read. */
  work = 0;

  read(notes: OriginNotes, node: ElementStatement): WrittenElement {
    let statement = this.known.get(node);
    // The comment before a statement is no part of its node.
    if (statement === undefined || statement.found.file !== notes.uri || statement.found.documentation !== documentationOf(node)) {
      this.work++;
      this.known.set(node, (statement = notes.during((own) => readElement(own, node))));
    }
    notes.take(statement.noted);
    return statement.found;
  }
}
