import { CstUtils, type AstNode, type LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { modelOf } from '../../language/parsing/model.js';
import { headAndBody, rangeOfNode } from '../../language/read/range.js';

/** Folds bodies, statements of several lines, comments and runs of imports. */
export class MeterFolding implements FoldingRangeProvider {
  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    const model = modelOf(document);
    const folds = new Folds();
    const [first, last] = [model.imports[0], model.imports.at(-1)];
    if (first !== undefined && last !== undefined) {
      folds.add(rangeOfNode(document, first).startLine, rangeOfNode(document, last).endLine, FoldingRangeKind.Imports);
    }
    for (const node of [...model.designs, ...model.elements, ...model.definitions, ...model.cites]) statement(document, node, folds);
    comments(document, model, folds);
    return folds.all();
  }
}

/** At most one fold starts on a line: the longest. */
class Folds {
  private readonly byLine = new Map<number, FoldingRange>();

  add(startLine: number, endLine: number, kind?: FoldingRangeKind): void {
    const other = this.byLine.get(startLine);
    if (endLine <= startLine || (other !== undefined && other.endLine >= endLine)) return;
    this.byLine.set(startLine, { startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  }

  all(): FoldingRange[] {
    return [...this.byLine.values()].sort((a, b) => a.startLine - b.startLine);
  }
}

function statement(document: LangiumDocument, node: AstNode, folds: Folds): void {
  const { startLine, endLine } = rangeOfNode(document, node);
  if (endLine === startLine) return;
  const { body } = headAndBody(document.uri.toString(), node);
  if (body === undefined) {
    folds.add(startLine, endLine);
    return;
  }
  // The line of a closing brace stays in sight where nothing else stands before it.
  const text = document.textDocument.getText();
  const lineStart = document.textDocument.offsetAt({ line: body.endLine, character: 0 });
  const alone = body.endLine > body.startLine && /^\s*\}$/.test(text.slice(lineStart, body.endOffset));
  const last = alone ? body.endLine - 1 : body.endLine;
  folds.add(startLine, last);
  folds.add(body.startLine, last);
}

/** Block comments, and line comments on lines that follow each other. */
function comments(document: LangiumDocument, model: AstNode, folds: Folds): void {
  if (model.$cstNode === undefined) return;
  const text = document.textDocument.getText();
  let run: { first: number; last: number } | undefined;
  const close = () => {
    if (run !== undefined) folds.add(run.first, run.last, FoldingRangeKind.Comment);
    run = undefined;
  };
  for (const leaf of CstUtils.flattenCst(model.$cstNode)) {
    const type = leaf.tokenType.name;
    if (type !== 'ML_COMMENT' && type !== 'SL_COMMENT') continue;
    const { line, character } = document.textDocument.positionAt(leaf.offset);
    if (type === 'ML_COMMENT') {
      folds.add(line, document.textDocument.positionAt(leaf.end).line, FoldingRangeKind.Comment);
      continue;
    }
    // One behind a statement is no part of a run.
    if (text.slice(leaf.offset - character, leaf.offset).trim() !== '') continue;
    if (run?.last === line - 1) run.last = line;
    else {
      close();
      run = { first: line, last: line };
    }
  }
  close();
}
