import { DefaultScopeComputation, MultiMap, type AstNode, type LocalSymbols } from 'langium';

/** Every name of the language is declared at the top of a file: there are no local symbols, and no tree walk for them. */
export class MeterScopeComputation extends DefaultScopeComputation {
  override collectLocalSymbols(): Promise<LocalSymbols> {
    return Promise.resolve(new MultiMap<AstNode, never>() as unknown as LocalSymbols);
  }
}
