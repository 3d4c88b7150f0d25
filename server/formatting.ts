import type { LangiumDocument, ParseResult } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { protocolEdit, type Replacement } from '../language/writing/index.js';
import { formatEdits, formatRangeEdits } from '../language/formatting/format.js';
import type { TextReader } from '../language/formatting/statements.js';
import { indentEdit } from '../language/formatting/typing.js';
import { isModel } from '../language/generated/ast.js';
import { isBuiltIn } from '../language/names/imports.js';
import { limits } from '../language/parsing/brackets.js';

/** Formats in the one style of the language: the editor's tab size and spaces do not change it. The built-in catalogue stays as it is. */
export class MeterFormatter implements Formatter {
  constructor(private readonly reader: TextReader) {}

  get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
    return { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] };
  }

  formatDocument(document: LangiumDocument): TextEdit[] {
    return this.edits(document, (text, result) => formatEdits(text, result));
  }

  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    const start = document.textDocument.offsetAt(range.start);
    const end = document.textDocument.offsetAt(range.end);
    return this.edits(document, (text, result) => formatRangeEdits(text, result, this.reader, start, end));
  }

  formatDocumentOnType(document: LangiumDocument, { position, ch }: DocumentOnTypeFormattingParams): TextEdit[] {
    const offset = document.textDocument.offsetAt(position);
    return this.edits(document, (text, result) => [indentEdit(text, result, this.reader, offset, ch)].filter((one) => one !== undefined));
  }

  private edits(document: LangiumDocument, format: (text: string, result: ParseResult) => readonly Replacement[]): TextEdit[] {
    const { textDocument } = document;
    const text = textDocument.getText();
    if (isBuiltIn(document.uri) || text.length > limits.characters) return [];
    return format(text, this.resultOf(document, text)).map((one) => protocolEdit(textDocument, one));
  }

  /** The document's tree, unless an edit has overtaken it. */
  private resultOf({ parseResult }: LangiumDocument, text: string): ParseResult {
    const { value } = parseResult;
    return isModel(value) && value.$cstNode?.root.fullText === text ? parseResult : this.reader.parser.LangiumParser.parse(text);
  }
}
