import { DocumentState, TextDocument, type LangiumDocument, type LangiumParser, type ParseResult, type URI } from 'langium';

/** A file of which all that others need is known: its text is read and its tree made when somebody asks for them. */
class LateDocument implements LangiumDocument {
  state: DocumentState = DocumentState.Validated;
  references: LangiumDocument['references'] = [];
  private text: TextDocument | undefined;
  private parsed: ParseResult | undefined;

  constructor(
    readonly uri: URI,
    private readonly read: () => string,
    private readonly parser: () => LangiumParser,
  ) {}

  get textDocument(): TextDocument {
    return (this.text ??= TextDocument.create(this.uri.toString(), 'meter', 0, this.read()));
  }

  get parseResult(): ParseResult {
    if (this.parsed === undefined) {
      this.parsed = this.parser().parse(this.textDocument.getText());
      (this.parsed.value as { $document?: LangiumDocument }).$document = this;
    }
    return this.parsed;
  }

  get isParsed(): boolean {
    return this.parsed !== undefined;
  }
}

/** A file that counts as read, linked and validated. */
export function lateDocument(uri: URI, read: () => string, parser: () => LangiumParser): LangiumDocument {
  return new LateDocument(uri, read, parser);
}

export function isUnparsed(document: LangiumDocument): boolean {
  return document instanceof LateDocument && !document.isParsed;
}
