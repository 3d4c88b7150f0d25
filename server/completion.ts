import { AstUtils, GrammarAST, type AstNodeDescription } from 'langium';
import { DefaultCompletionProvider, type CompletionContext, type CompletionValueItem } from 'langium/lsp';
import { CompletionItemKind } from 'vscode-languageserver';
import { documentationOf } from '../language/read/range.js';
import { text } from './markdown.js';

/** Keywords and names, each name with its title and documentation. */
export class MeterCompletion extends DefaultCompletionProvider {
  /** Keywords that may also be names are no suggestion for a new name. */
  protected override filterKeyword(_context: CompletionContext, keyword: GrammarAST.Keyword): boolean {
    const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule);
    return rule?.name !== 'Name' && /^\p{L}/u.test(keyword.value);
  }

  protected override createReferenceCompletionItem(description: AstNodeDescription): CompletionValueItem {
    const node = description.node as { title?: string } | undefined;
    const documentation = description.node === undefined ? undefined : documentationOf(description.node);
    return {
      nodeDescription: description,
      kind: this.nodeKindProvider.getCompletionItemKind(description) ?? CompletionItemKind.Reference,
      detail: node?.title ?? description.type,
      ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: text(documentation) } }),
      sortText: `0${description.name}`,
    };
  }
}
