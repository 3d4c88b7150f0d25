import { DefaultLangiumDocumentFactory, type AstNode, type LangiumDocument, type ParseResult, type URI } from 'langium';
import { GuardedParser } from './guard.js';

type Update = DefaultLangiumDocumentFactory['update'];
type Token = Parameters<Update>[1];

/** Reads a file that was edited again only around the edit. */
export class EditedDocuments extends DefaultLangiumDocumentFactory {
  private readonly edited = new Map<string, LangiumDocument>();

  override async update<T extends AstNode = AstNode>(document: LangiumDocument<T>, token: Token): Promise<LangiumDocument<T>> {
    const address = document.uri.toString();
    this.edited.set(address, document);
    try {
      return await super.update(document, token);
    } finally {
      this.edited.delete(address);
    }
  }

  protected override parseAsync<T extends AstNode>(uri: URI, text: string, token: Token): Promise<ParseResult<T>> {
    const document = this.edited.get(uri.toString());
    const again = document && this.reread<T>(document, text);
    return again === undefined ? super.parseAsync<T>(uri, text, token) : Promise.resolve(again);
  }

  private reread<T extends AstNode>(document: LangiumDocument, text: string): ParseResult<T> | undefined {
    const { parser, references } = this.serviceRegistry.getServices(document.uri);
    if (!(parser.LangiumParser instanceof GuardedParser)) return undefined;
    const again = parser.LangiumParser.reread<T>(document.parseResult, text);
    if (again === undefined) return undefined;
    // Statements that stay are in the new tree by now: nobody may see them there without their file.
    document.parseResult = again.result;
    (again.result.value as { $document?: LangiumDocument }).$document = document;
    // Somebody may have followed one of their names since the last tree was given up, into what is no longer there.
    references.Linker.unlink(document);
    return again.result;
  }
}
