import { AstUtils, CstUtils, GrammarAST, type AstNode, type LangiumDocument } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import { ResponseError, type CancellationToken, type Hover, type HoverParams } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';
import type { MeterServerServices } from '../module.js';
import { changedMeanwhile } from '../reach/reaches.js';
import { definitionHover } from './definition.js';
import { elementHover, phaseHover } from './element.js';
import { keywordHover } from './keyword.js';
import { variantHover } from './variant.js';

type Target = { readonly node: AstNode } | { readonly keyword: GrammarAST.Keyword } | undefined;

/** What a name stands for; of an element, how it stands in the review; of a word of the language, what it says. */
export class MeterHover implements HoverProvider {
  constructor(private readonly services: MeterServerServices) {}

  async getHoverContent(document: LangiumDocument, params: HoverParams, token?: CancellationToken): Promise<Hover | undefined> {
    const { server } = this.services.shared;
    try {
      const target = this.targetAt(document, document.textDocument.offsetAt(params.position));
      if (isElement(target) && !(await server.Reaches.find('steps', document.uri.toString(), token))) throw changedMeanwhile();
      const value = this.contentOf(target, document);
      return value === undefined || value === '' ? undefined : { contents: { kind: 'markdown', value } };
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      server.log(`Hover failed: ${String(error)}`);
      return undefined;
    }
  }

  private contentOf(target: Target, document: LangiumDocument): string | undefined {
    if (target === undefined) return undefined;
    return 'keyword' in target ? keywordHover(target.keyword) : this.describe(target.node, document);
  }

  private targetAt(document: LangiumDocument, offset: number): Target {
    const root = modelOf(document).$cstNode;
    const { parser, references } = this.services;
    const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, offset, parser.GrammarConfig.nameRegexp);
    if (leaf === undefined || leaf.end <= offset) return undefined;
    const [node] = references.References.findDeclarations(leaf);
    if (node !== undefined) return { node };
    return GrammarAST.isKeyword(leaf.grammarSource) ? { keyword: leaf.grammarSource } : undefined;
  }

  /** A node in words, as asked about from a file. Completion shows the same. */
  describe(node: AstNode, asked: LangiumDocument = AstUtils.getDocument(node)): string | undefined {
    const snapshot = this.services.shared.server.Current.get();
    if (ast.isDesign(node) || (ast.isElement(node) && !ast.isDecision(node) && !ast.isPhase(node) && !ast.isVariant(node))) {
      const declared = AstUtils.getDocument(node).uri.toString();
      // Asked in one design of several that share a file: only that one is meant.
      const designs = snapshot.designsOf(asked.uri.toString()).filter(({ files }) => files.includes(declared));
      return elementHover(node, designs, snapshot);
    }
    if (ast.isPhase(node)) return phaseHover(node);
    if (ast.isVariant(node)) return variantHover(node, snapshot);
    return ast.isDefinition(node) ? definitionHover(node, snapshot) : undefined;
  }
}

/** What somebody can stand at. */
function isElement(target: Target): boolean {
  return target !== undefined && 'node' in target && (ast.isComponent(target.node) || ast.isLink(target.node) || ast.isZone(target.node));
}
