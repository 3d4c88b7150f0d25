import { interruptAndCheck, UriUtils, type AstNodeDescription, type IndexManager, type LangiumDocuments } from 'langium';
import type { NodeKindProvider, WorkspaceSymbolProvider } from 'langium/lsp';
import { CancellationToken, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import { isBuiltIn } from '../../language/names/imports.js';
import { modelOf } from '../../language/parsing/model.js';
import { exactly, matches, wordStart } from './matching.js';

/** A query shorter than this would bring up half the catalogue. */
const shortestForCatalogue = 3;

/** Every name of the workspace that fits a query, the best first; of the built-in catalogue only those that fit it well. */
export class MeterWorkspaceSymbols implements WorkspaceSymbolProvider {
  constructor(
    private readonly index: IndexManager,
    private readonly documents: LangiumDocuments,
    private readonly kinds: NodeKindProvider,
  ) {}

  async getSymbols({ query }: WorkspaceSymbolParams, token: CancellationToken = CancellationToken.None): Promise<WorkspaceSymbol[]> {
    const found: { fit: number; builtIn: boolean; symbol: WorkspaceSymbol }[] = [];
    for (const description of this.index.allElements()) {
      await interruptAndCheck(token);
      const fit = matches(query, description.name);
      const builtIn = isBuiltIn(description.documentUri);
      const enough = builtIn ? fit === exactly || (fit >= wordStart && query.trim().length >= shortestForCatalogue) : fit > 0;
      const symbol = enough ? this.symbolOf(description) : undefined;
      if (symbol !== undefined) found.push({ fit, builtIn, symbol });
    }
    found.sort((a, b) => b.fit - a.fit || Number(a.builtIn) - Number(b.builtIn) || compare(a.symbol.name, b.symbol.name));
    return found.map(({ symbol }) => symbol);
  }

  private symbolOf(description: AstNodeDescription): WorkspaceSymbol | undefined {
    const { name, nameSegment, documentUri } = description;
    if (nameSegment === undefined || name === '') return undefined;
    return {
      name,
      kind: this.kinds.getSymbolKind(description),
      containerName: this.container(description),
      location: { uri: documentUri.toString(), range: nameSegment.range },
    };
  }

  /** The design that an element stands in, else the file. */
  private container({ documentUri, type }: AstNodeDescription): string {
    if (isBuiltIn(documentUri)) return `built-in catalogue, ${documentUri.path.slice(1)}`;
    const document = this.documents.getDocument(documentUri);
    const [design] = document === undefined || type === 'Design' ? [] : modelOf(document).designs;
    return design?.name ?? UriUtils.basename(documentUri);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
