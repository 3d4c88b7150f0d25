import { AstUtils, CstUtils, GrammarAST, type AstNode, type LangiumDocument } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import type { Hover, HoverParams } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';
import type { CurrentSnapshot } from '../current.js';
import type { WithNames } from '../navigation/target.js';
import { definitionHover } from './definition.js';
import { elementHover } from './element.js';
import { keywordHover } from './keyword.js';

/** What a name stands for; of an element, how it stands in the review; of a word of the language, what it says. */
export class MeterHover implements HoverProvider {
  constructor(
    private readonly names: WithNames,
    private readonly current: CurrentSnapshot,
    private readonly log: (message: string) => void,
  ) {}

  getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
    try {
      const value = this.contentAt(document, document.textDocument.offsetAt(params.position));
      return value === undefined || value === '' ? undefined : { contents: { kind: 'markdown', value } };
    } catch (error) {
      this.log(`Hover failed: ${String(error)}`);
      return undefined;
    }
  }

  private contentAt(document: LangiumDocument, offset: number): string | undefined {
    const root = modelOf(document).$cstNode;
    const { parser, references } = this.names;
    const leaf = root && CstUtils.findDeclarationNodeAtOffset(root, offset, parser.GrammarConfig.nameRegexp);
    if (leaf === undefined || leaf.end <= offset) return undefined;
    const [target] = references.References.findDeclarations(leaf);
    if (target !== undefined) return this.describe(target, document);
    return GrammarAST.isKeyword(leaf.grammarSource) ? keywordHover(leaf.grammarSource) : undefined;
  }

  /** A node in words, as asked about from a file. Completion shows the same. */
  describe(node: AstNode, asked: LangiumDocument = AstUtils.getDocument(node)): string | undefined {
    const snapshot = this.current.get();
    if (ast.isDesign(node) || (ast.isElement(node) && !ast.isDecision(node))) {
      const declared = AstUtils.getDocument(node).uri.toString();
      // Asked in one design of several that share a file: only that one is meant.
      const designs = snapshot.designsOf(asked.uri.toString()).filter(({ files }) => files.includes(declared));
      return elementHover(node, designs, snapshot);
    }
    return ast.isDefinition(node) ? definitionHover(node, snapshot) : undefined;
  }
}
