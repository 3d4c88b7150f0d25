import type { LangiumDocument, URI } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { OrderedDocuments } from '../language/names/documents.js';

/**
 * A request never makes a file a part of the workspace: what is closed, moved away or passed over while somebody asks about it is no more, and a
 * client drops an answer that says so. Langium would read it from the disk, and keep it for good.
 */
export class KnownDocuments extends OrderedDocuments {
  override getOrCreateDocument(uri: URI): Promise<LangiumDocument> {
    const known = this.getDocument(uri);
    if (known !== undefined) return Promise.resolve(known);
    return Promise.reject(new ResponseError(LSPErrorCodes.ContentModified, 'This file is no part of the workspace any more.'));
  }
}
