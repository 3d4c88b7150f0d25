import { GrammarUtils, type AstNode, type LangiumDocuments, type Reference, type ReferenceDescription } from 'langium';
import { DefaultDocumentHighlightProvider } from 'langium/lsp';
import { DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';
import type { MeterServerServices } from '../module.js';

/**
 * Marks the uses of a name in a file. A name is written where it is declared, where an attribute gets its value and where
 * a control is granted; everywhere else it is read.
 */
export class MeterHighlight extends DefaultDocumentHighlightProvider {
  private readonly documents: LangiumDocuments;
  private readonly services: MeterServerServices;

  constructor(services: MeterServerServices) {
    super(services);
    this.services = services;
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  protected override createDocumentHighlight(reference: ReferenceDescription): DocumentHighlight {
    const document = this.documents.getDocument(reference.sourceUri);
    const node = document && this.services.workspace.AstNodeLocator.getAstNode(modelOf(document), reference.sourcePath);
    const written = node !== undefined && writes(node, reference.segment.offset);
    return DocumentHighlight.create(reference.segment.range, written ? DocumentHighlightKind.Write : DocumentHighlightKind.Read);
  }
}

function writes(node: AstNode, offset: number): boolean {
  const at = (reference: Reference | undefined) => reference?.$refNode?.offset === offset;
  if (ast.isSetting(node)) return at(node.attribute);
  if (ast.isControlUse(node)) return at(node.control);
  if (ast.isMechanism(node) && node.provides.some(at)) return true;
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'name')?.offset === offset;
}
