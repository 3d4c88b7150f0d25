import type { LangiumDocument } from 'langium';
import type { SemanticTokenProvider } from 'langium/lsp';
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensOptions,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { isBuiltIn } from '../../language/names/imports.js';
import { followNames } from '../../language/parsing/late-document.js';
import type { MeterServerServices } from '../module.js';
import { tokenModifiers as modifierNames, tokenTypes as typeNames, type ColourRole } from './legend.js';
import { ColourRoles } from './roles.js';
import { editBetween, encodedWordsOf, type RoleNumbers, type TokenOptions } from './tokens.js';

interface Answer {
  readonly resultId: string;
  readonly data: number[];
}

/**
 * Colours by role. Langium's own provider keeps the document that it works on in fields while it waits, so that two
 * requests at once mix their tokens; here an answer is computed in one go, and nothing but the last answer is kept.
 */
export class MeterSemanticTokens implements SemanticTokenProvider {
  readonly tokenTypes = Object.fromEntries(typeNames.map((name, index) => [name, index]));
  readonly tokenModifiers = Object.fromEntries(modifierNames.map((name, index) => [name, 1 << index]));
  readonly semanticTokensOptions: SemanticTokensOptions = {
    legend: { tokenTypes: [...typeNames], tokenModifiers: [...modifierNames] },
    full: { delta: true },
    range: true,
  };
  /** The last full answer for each open file, which a delta is told against. */
  private readonly answers = new Map<string, Answer>();
  private readonly numbers = new WeakMap<ColourRole, RoleNumbers>();
  private count = 0;
  private namesOnly = false;

  constructor(private readonly services: MeterServerServices) {
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
      this.namesOnly = capabilities.textDocument?.semanticTokens?.augmentsSyntaxTokens === true;
    });
    services.shared.workspace.TextDocuments.onDidClose(({ document }) => this.answers.delete(document.uri));
  }

  semanticHighlight(document: LangiumDocument): SemanticTokens {
    return this.answer(document, this.compute(document, {}));
  }

  semanticHighlightRange(document: LangiumDocument, { range }: Pick<SemanticTokensRangeParams, 'range'>): SemanticTokens {
    return { data: this.compute(document, { range }) };
  }

  semanticHighlightDelta(
    document: LangiumDocument,
    { previousResultId }: Pick<SemanticTokensDeltaParams, 'previousResultId'>,
  ): SemanticTokens | SemanticTokensDelta {
    const before = this.answers.get(document.uri.toString());
    const answer = this.answer(document, this.compute(document, {}));
    if (before?.resultId !== previousResultId) return answer;
    return { resultId: answer.resultId, edits: editBetween(before.data, answer.data) };
  }

  private answer(document: LangiumDocument, data: number[]): Answer {
    const answer = { resultId: String(++this.count), data };
    this.answers.set(document.uri.toString(), answer);
    return answer;
  }

  private compute(document: LangiumDocument, options: Pick<TokenOptions, 'range'>): number[] {
    const { AstReflection, meter } = this.services.shared;
    // The names of a file of the built-in catalogue lead nowhere before somebody asks for them.
    followNames(document);
    const roles = new ColourRoles({
      builtIn: isBuiltIn(document.uri),
      catalogue: meter.Designs.catalogue(),
      sortOf: (container, property, reference) => AstReflection.getReferenceType({ container, property, reference }),
    });
    return encodedWordsOf(
      document,
      (leaf) => roles.of(leaf),
      (role) => this.numbersOf(role),
      { namesOnly: this.namesOnly, ...options },
    );
  }

  private numbersOf(role: ColourRole): RoleNumbers {
    let found = this.numbers.get(role);
    if (found === undefined) {
      const modifiers = role.modifiers.reduce((sum, modifier) => sum | this.tokenModifiers[modifier]!, 0);
      this.numbers.set(role, (found = { type: this.tokenTypes[role.type]!, modifiers }));
    }
    return found;
  }
}
