import type { AstNode, CstNode } from 'langium';
import type { ModelPart } from '../source/map.js';

/** What a part was read from: a statement or a clause, or one word of the text where no node stands for it; neither: the start of the file. */
export interface PartOrigin {
  readonly uri: string;
  readonly node?: AstNode | undefined;
  readonly word?: CstNode | undefined;
}

/** Of the parts of one file, by identity. */
export type PartOrigins = ReadonlyMap<ModelPart, PartOrigin>;

/** Remembers what each part was read from while a file is read. */
export class OriginNotes {
  private readonly noted = new Map<ModelPart, PartOrigin>();

  constructor(readonly uri: string) {}

  at<P extends ModelPart>(part: P, node: AstNode): P {
    this.noted.set(part, { uri: this.uri, node });
    return part;
  }

  atWord<P extends ModelPart>(part: P, word: CstNode | undefined): P {
    this.noted.set(part, { uri: this.uri, word });
    return part;
  }

  atStart<P extends ModelPart>(part: P): P {
    this.noted.set(part, { uri: this.uri });
    return part;
  }

  /** What was noted while something was read. */
  during<T>(read: (notes: OriginNotes) => T): { readonly found: T; readonly noted: PartOrigins } {
    const own = new OriginNotes(this.uri);
    const found = read(own);
    return { found, noted: own.noted };
  }

  take(noted: PartOrigins): void {
    for (const [part, origin] of noted) this.noted.set(part, origin);
  }

  get all(): PartOrigins {
    return this.noted;
  }
}
