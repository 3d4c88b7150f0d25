import { AstUtils, CstUtils, type LangiumDocument } from 'langium';
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

/** Renames, but refuses what would break a text or change the built-in catalogue, and says why. */
export class MeterRename extends DefaultRenameProvider {
  private readonly services: MeterServerServices;

  constructor(services: MeterServerServices) {
    super(services);
    this.services = services;
  }

  override prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    this.refuseBuiltIn(document, params);
    return super.renameNodeRange(document, params.position);
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    this.refuseBuiltIn(document, params);
    const { newName } = params;
    if (!this.isName(newName)) {
      throw refusal(`'${newName}' is no name. Use letters, digits and _, with - or . inside, and at least one letter before them.`);
    }
    const target = this.targetOf(document, params);
    if (target?.name !== newName && this.isTaken(target, newName)) {
      throw refusal(`'${newName}' is already the name of something else. Choose another name.`);
    }
    return super.rename(document, params);
  }

  private refuseBuiltIn(document: LangiumDocument, params: TextDocumentPositionParams): void {
    const target = this.targetOf(document, params);
    if (isBuiltIn(document.uri) || (target !== undefined && isBuiltIn(target.document.uri))) {
      throw refusal('This name belongs to the built-in catalogue, which cannot be changed. Define a kind of your own instead.');
    }
  }

  private targetOf(document: LangiumDocument, { position }: TextDocumentPositionParams) {
    const cst = document.parseResult.value.$cstNode;
    const offset = document.textDocument.offsetAt(position);
    const leaf = cst && CstUtils.findDeclarationNodeAtOffset(cst, offset, this.grammarConfig.nameRegexp);
    const [node] = leaf === undefined ? [] : this.references.findDeclarations(leaf);
    if (node === undefined) return undefined;
    return { node, type: node.$type, name: (node as { name?: string }).name, document: AstUtils.getDocument(node) };
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

  private isTaken(target: ReturnType<MeterRename['targetOf']>, name: string): boolean {
    if (target === undefined) return false;
    const { Visibility, Designs } = this.services.shared.meter;
    if (Visibility.definitions(target.type).size > 0) return Visibility.definitions(target.type).has(name);
    return [target.document.uri.toString(), ...Designs.of(target.document.uri).flatMap((design) => design.files)].some((file) => {
      const document = this.services.shared.workspace.LangiumDocuments.all.find((one) => one.uri.toString() === file);
      return document !== undefined && Visibility.elements(document.uri).has(name);
    });
  }
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
