import type { AstNode, ParseResult, URI } from 'langium';
import type { InitializeParams } from 'vscode-languageserver';
import { EditedDocuments } from '../language/parsing/edited-documents.js';
import type { SetAside } from './protocol/set-aside.js';

/** What is said of such a text, as the reason why it is not read. */
const reason = 'the review ended while it read this text; it is read again when it is changed';

/** Texts that a server before this one has ended with. As long as one stands there unchanged, it is not read. */
export class TextsSetAside {
  private readonly texts = new Map<string, string>();
  private readonly held = new Set<string>();

  learn({ initializationOptions }: Pick<InitializeParams, 'initializationOptions'>): void {
    const told: unknown = (initializationOptions as { setAside?: unknown } | null | undefined)?.setAside;
    if (!Array.isArray(told)) return;
    for (const one of told as (Partial<SetAside> | null)[]) {
      const { uri, text } = one ?? {};
      if (typeof uri === 'string' && typeof text === 'string') this.texts.set(uri, text);
    }
  }

  /** Whether a text of a file is one of them; it counts as the one that stands there now. */
  takes(uri: URI, text: string): boolean {
    const address = uri.toString();
    if (this.texts.get(address) !== text) {
      this.held.delete(address);
      return false;
    }
    this.held.add(address);
    return true;
  }

  has(uri: URI): boolean {
    return this.held.has(uri.toString());
  }

  /** The reasons why files are not read, by address. */
  now(): ReadonlyMap<string, string> {
    return new Map([...this.held].map((address) => [address, reason]));
  }
}

/** Reads what is not set aside; what is stands there as if it were empty. */
export class DocumentsSetAside extends EditedDocuments {
  private readonly aside: TextsSetAside;

  constructor(services: ConstructorParameters<typeof EditedDocuments>[0] & { readonly server: { readonly SetAside: TextsSetAside } }) {
    super(services);
    this.aside = services.server.SetAside;
  }

  protected override parse<T extends AstNode>(...[uri, text, options]: Parameters<EditedDocuments['parse']>): ParseResult<T> {
    return super.parse<T>(uri, this.aside.takes(uri, text) ? '' : text, options);
  }

  protected override parseAsync<T extends AstNode>(
    ...[uri, text, token]: Parameters<EditedDocuments['parseAsync']>
  ): Promise<ParseResult<T>> {
    return super.parseAsync<T>(uri, this.aside.takes(uri, text) ? '' : text, token);
  }
}
