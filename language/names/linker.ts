import { DefaultLinker, isLinkingError, type AstNodeDescription, type LangiumDocument, type ReferenceInfo } from 'langium';
import type { LangiumCoreServices } from 'langium';
import { isUnparsed } from '../parsing/late-document.js';

/** Langium's references hold what they lead to in fields of their own. */
interface Slots {
  _ref?: unknown;
  _nodeDescription?: AstNodeDescription | undefined;
}

/**
 * Langium loads what each reference leads to when it links. Here a name of a file that nobody has read yet is known by its description
 * alone: its tree is made when somebody follows the reference, which `ref` does by itself.
 */
export class LateLinker extends DefaultLinker {
  constructor(private readonly services: LangiumCoreServices) {
    super(services);
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

  private isUnparsed({ documentUri, node }: AstNodeDescription): boolean {
    const document = node === undefined ? this.services.shared.workspace.LangiumDocuments.getDocument(documentUri) : undefined;
    return document !== undefined && isUnparsed(document);
  }
}
