import { DefaultScopeComputation, MultiMap, type AstNode, type LangiumDocument, type LocalSymbols } from 'langium';

/** Every name of the language is declared at the top of a file: there are no local symbols, and no tree walk for them. */
export class MeterScopeComputation extends DefaultScopeComputation {
  override collectLocalSymbols(_document: LangiumDocument): Promise<LocalSymbols> {
    return Promise.resolve(new MultiMap<AstNode, never>() as unknown as LocalSymbols);
  }
}
