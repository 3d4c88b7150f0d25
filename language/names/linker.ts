import {
  AstUtils,
  DefaultLinker,
  interruptAndCheck,
  isLinkingError,
  type AstNode,
  type AstNodeDescription,
  type LangiumDocument,
  type ReferenceInfo,
  type URI,
} from 'langium';
import type { LangiumCoreServices } from 'langium';
import { isUnparsed } from '../parsing/late-document.js';

type Token = Parameters<DefaultLinker['link']> extends [unknown, ...infer Rest] ? Rest : never;

/** Langium's references hold what they lead to in fields of their own. */
interface Slots {
  _ref?: unknown;
  _nodeDescription?: AstNodeDescription | undefined;
}

/** So many statements are linked in a row before somebody may interrupt. */
const inARow = 50;

/**
 * Langium loads what each reference leads to when it links. Here a name of a file that nobody has read yet is known by its description
 * alone: its tree is made when somebody follows the reference, which `ref` does by itself.
 */
export class LateLinker extends DefaultLinker {
  /** The references of a statement, which has the same ones for as long as it is there. */
  private readonly references = new WeakMap<AstNode, readonly ReferenceInfo[]>();
  private files = new WeakMap<URI, LangiumDocument>();

  constructor(private readonly services: LangiumCoreServices) {
    super(services);
  }

  /** In the order of Langium, which walks the whole tree for it after each edit. */
  override async link(document: LangiumDocument, ...[token]: Token): Promise<void> {
    const { value: model } = document.parseResult;
    this.files = new WeakMap();
    for (const info of AstUtils.streamReferences(model)) this.doLink(info, document);
    let count = 0;
    for (const statement of AstUtils.streamContents(model)) {
      if (token !== undefined && count++ % inARow === 0) await interruptAndCheck(token);
      for (const info of this.referencesOf(statement)) this.doLink(info, document);
    }
  }

  private referencesOf(statement: AstNode): readonly ReferenceInfo[] {
    let known = this.references.get(statement);
    if (known === undefined) {
      const nodes = AstUtils.streamAst(statement).toArray();
      this.references.set(statement, (known = nodes.flatMap((node) => AstUtils.streamReferences(node).toArray())));
    }
    return known;
  }

  protected override doLink(info: ReferenceInfo, document: LangiumDocument): void {
    const reference = info.reference as typeof info.reference & Slots;
    if ('_ref' in reference && reference._ref === undefined && reference._nodeDescription === undefined) {
      const candidate = this.getCandidate(info);
      if (!isLinkingError(candidate) && this.isUnparsed(candidate)) {
        reference._nodeDescription = candidate;
        document.references.push(reference);
        return;
      }
    }
    super.doLink(info, document);
  }

  /** All names of a file have one address, by which Langium looks for it letter by letter. */
  private isUnparsed({ documentUri, node }: AstNodeDescription): boolean {
    if (node !== undefined) return false;
    let document = this.files.get(documentUri);
    if (document === undefined) {
      document = this.services.shared.workspace.LangiumDocuments.getDocument(documentUri);
      if (document !== undefined) this.files.set(documentUri, document);
    }
    return document !== undefined && isUnparsed(document);
  }
}
