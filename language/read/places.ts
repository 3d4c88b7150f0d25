import type { AstNode, CstNode } from 'langium';
import type { Part } from '../source/map.js';

/** What a part was read from: a statement or a clause, or one word of the text where no node stands for it; neither: the start of the file. */
export interface Place {
  readonly uri: string;
  readonly node?: AstNode | undefined;
  readonly word?: CstNode | undefined;
}

/** Of the parts of one file, by identity. */
export type Places = ReadonlyMap<Part, Place>;

/** Remembers what each part was read from while a file is read. */
export class PlaceNotes {
  private readonly noted = new Map<Part, Place>();

  constructor(readonly uri: string) {}

  at<P extends Part>(part: P, node: AstNode): P {
    this.noted.set(part, { uri: this.uri, node });
    return part;
  }

  atWord<P extends Part>(part: P, word: CstNode | undefined): P {
    this.noted.set(part, { uri: this.uri, word });
    return part;
  }

  atStart<P extends Part>(part: P): P {
    this.noted.set(part, { uri: this.uri });
    return part;
  }

  get all(): Places {
    return this.noted;
  }
}
