import { AstUtils, UriUtils, type LangiumDocument } from 'langium';
import { DefaultRenameProvider } from 'langium/lsp';
import {
  LSPErrorCodes,
  ResponseError,
  type Range,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isBuiltIn } from '../language/names/imports.js';
import type { MeterServerServices } from './module.js';
import { sortOf } from './navigation/detail.js';
import { targetAt, type Named } from './navigation/target.js';
import { staysReadable } from './rename-trial.js';

/** Renames, but refuses what would break a text or change the built-in catalogue, and says why. */
export class MeterRename extends DefaultRenameProvider {
  private readonly services: MeterServerServices;

  constructor(services: MeterServerServices) {
    super(services);
    this.services = services;
  }

  override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    this.refuseBuiltIn(document, targetAt(this.services, document, params.position));
    return super.renameNodeRange(document, params.position);
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    const target = targetAt(this.services, document, params.position);
    this.refuseBuiltIn(document, target);
    if (target === undefined) throw refusal('There is no name here that is declared anywhere. Rename it where it is declared.');
    const { newName } = params;
    if (!this.isName(newName)) {
      throw refusal(`'${newName}' is no name. Use letters, digits and _, with - or . inside, and at least one letter before them.`);
    }
    const holder = target.name === newName ? undefined : this.holderOf(newName, target);
    if (holder !== undefined) {
      const place = isBuiltIn(holder.uri) ? 'the built-in catalogue' : UriUtils.basename(holder.uri);
      throw refusal(`'${newName}' is already the name of something else: ${holder.sort} in ${place}. Choose another name.`);
    }
    const edit = await super.rename(document, params);
    const { parser, shared } = this.services;
    const parse = (text: string) => parser.LangiumParser.parse(text);
    if (edit !== undefined && !staysReadable(edit, target, newName, shared.workspace.LangiumDocuments, parse)) {
      throw refusal(
        `'${newName}' is a word of the language, and could not be distinguished from it where this name is used. Choose another name.`,
      );
    }
    return edit;
  }

  private refuseBuiltIn(document: LangiumDocument, target: Named | undefined): void {
    if (isBuiltIn(document.uri) || (target !== undefined && isBuiltIn(AstUtils.getDocument(target).uri))) {
      throw refusal('This name belongs to the built-in catalogue, which cannot be changed. Define a kind of your own instead.');
    }
  }

  /** Whether the whole text is one name, soft keywords included. */
  private isName(text: string): boolean {
    const { tokens, errors } = this.services.parser.Lexer.tokenize(text);
    const [only] = tokens;
    return (
      errors.length === 0 &&
      tokens.length === 1 &&
      only?.image === text &&
      /^[\p{L}\d_]/u.test(text) &&
      !/^\d+$|^\d{4}-\d\d-\d\d$/.test(text)
    );
  }

  /** Who has a name already: a definition of the same sort, or an element that some file sees beside the renamed one. */
  private holderOf(name: string, target: Named): { sort: string; uri: LangiumDocument['uri'] } | undefined {
    const { Visibility } = this.services.shared.meter;
    const [defined] = Visibility.definitions(target.$type).get(name) ?? [];
    if (defined !== undefined) return { sort: sortOf(defined.type), uri: defined.documentUri };
    if (Visibility.definitions(target.$type).size > 0) return undefined;
    const home = AstUtils.getDocument(target);
    for (const document of this.services.shared.workspace.LangiumDocuments.all) {
      if (isBuiltIn(document.uri) || !Visibility.closure(document).includes(home)) continue;
      const [other] = Visibility.elements(document.uri).get(name) ?? [];
      if (other !== undefined) return { sort: sortOf(other.type), uri: other.documentUri };
    }
    return undefined;
  }
}

function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
