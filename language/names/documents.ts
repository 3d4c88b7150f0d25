import { DefaultLangiumDocuments, stream, type LangiumDocument, type Stream, type URI } from 'langium';
import { isBuiltIn } from './imports.js';

/**
 * The files of a workspace in one order, whatever was read, opened or changed first: the built-in catalogue as it was loaded, then all others
 * by address. Langium gives them as they came, so that what is told last depends on what was touched last.
 */
export class OrderedDocuments extends DefaultLangiumDocuments {
  private ordered: readonly LangiumDocument[] | undefined;

  override get all(): Stream<LangiumDocument> {
    return stream((this.ordered ??= inOrder(super.all.toArray())));
  }

  override addDocument(document: LangiumDocument): void {
    super.addDocument(document);
    this.ordered = undefined;
  }

  override deleteDocument(uri: URI): LangiumDocument | undefined {
    this.ordered = undefined;
    return super.deleteDocument(uri);
  }

  override deleteDocuments(folder: URI): LangiumDocument[] {
    this.ordered = undefined;
    return super.deleteDocuments(folder);
  }
}

function inOrder(documents: readonly LangiumDocument[]): LangiumDocument[] {
  const builtIn = documents.filter(({ uri }) => isBuiltIn(uri));
  const others = documents.filter(({ uri }) => !isBuiltIn(uri)).map((document) => ({ document, address: document.uri.toString() }));
  others.sort((a, b) => (a.address < b.address ? -1 : 1));
  return [...builtIn, ...others.map(({ document }) => document)];
}
