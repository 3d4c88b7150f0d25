import { AstUtils, DocumentState, TextDocument, type LangiumDocument, type LangiumParser, type ParseResult, type URI } from 'langium';

/** A file of which all that others need is known: its text is read and its tree made when somebody asks for them. */
class LateDocument implements LangiumDocument {
  state: DocumentState = DocumentState.Validated;
  private text: TextDocument | undefined;
  private parsed: ParseResult | undefined;
  private linked: LangiumDocument['references'] | undefined;

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

  /** None as long as nobody has seen the tree; then all of them: to ask what a reference leads to is what links it. */
  get references(): LangiumDocument['references'] {
    if (this.parsed === undefined) return [];
    if (this.linked === undefined) {
      this.linked = [];
      for (const node of AstUtils.streamAst(this.parsed.value)) {
        for (const { reference } of AstUtils.streamReferences(node)) if ('ref' in reference) follow(reference);
      }
    }
    return this.linked;
  }

  set references(references: LangiumDocument['references']) {
    this.linked = references;
  }
}

/** A file that counts as read, linked and validated. */
export function lateDocument(uri: URI, read: () => string, parser: () => LangiumParser): LangiumDocument {
  return new LateDocument(uri, read, parser);
}

export function isUnparsed(document: LangiumDocument): boolean {
  return document instanceof LateDocument && !document.isParsed;
}

/** Links what names in a file refer to, of a file that is not linked yet. */
export function followNames({ parseResult }: LangiumDocument): LangiumDocument['references'] {
  // Asked for first, the tree is there when the references are asked for.
  return parseResult.value.$document!.references;
}

/** Asks what a reference leads to. */
function follow({ ref }: { readonly ref: unknown }): unknown {
  return ref;
}
