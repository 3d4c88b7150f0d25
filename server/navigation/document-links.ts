import {
  AstUtils,
  CstUtils,
  GrammarUtils,
  UriUtils,
  type AstNode,
  type CstNode,
  type LangiumDocument,
  type LangiumDocuments,
  type URI,
} from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import type { Catalogue } from '../../language/model/index.js';
import type { WorkspaceFolders } from '../../language/names/folders.js';
import { importTarget } from '../../language/names/imports.js';
import { modelOf } from '../../language/parsing/model.js';
import { written } from '../../language/parsing/written.js';

/** Links of a file: imports to their files, citations to the addresses of their standards, and addresses in texts. */
export class MeterDocumentLinks implements DocumentLinkProvider {
  constructor(
    private readonly documents: LangiumDocuments,
    private readonly folders: WorkspaceFolders,
    private readonly catalogue: () => Catalogue,
  ) {}

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    const model = modelOf(document);
    const links = [...model.imports.flatMap((node) => this.ofImport(document.uri, node))];
    for (const node of AstUtils.streamAllContents(model)) {
      if (ast.isCitation(node) || ast.isCite(node)) links.push(...this.ofCitation(node));
    }
    links.push(...addresses(document, model));
    return links;
  }

  private ofImport(from: URI, node: ast.Import): DocumentLink[] {
    const range = rangeOf(GrammarUtils.findNodeForProperty(node.$cstNode, 'path'), 1);
    if (written(node.path) === undefined || range === undefined) return [];
    const target = importTarget(from, node.path, this.folders);
    if (!('uri' in target) || !this.documents.hasDocument(target.uri)) return [];
    return [{ range, target: target.uri.toString(), tooltip: `Open ${UriUtils.basename(target.uri)}` }];
  }

  /** By name and not by reference: reading a reference would link it, maybe before all files are known. */
  private ofCitation({ standard }: ast.Citation | ast.Cite): DocumentLink[] {
    const range = rangeOf(written(standard)?.$refNode);
    const known = this.catalogue().standards.get(written(standard)?.$refText ?? '');
    if (range === undefined || known === undefined) return [];
    const target = webAddress(known.url ?? '');
    return target === undefined ? [] : [{ range, target, tooltip: `Open ${target}` }];
  }
}

/** Addresses inside strings: notes, reasons, evidence, and the `url` of a standard. */
function addresses(document: LangiumDocument, model: AstNode): DocumentLink[] {
  if (model.$cstNode === undefined) return [];
  const links: DocumentLink[] = [];
  for (const leaf of CstUtils.flattenCst(model.$cstNode)) {
    if (leaf.tokenType.name !== 'STRING') continue;
    for (const { index, 0: found } of leaf.text.matchAll(/https?:\/\/[^\s"\\<>]+/gi)) {
      // A full stop or bracket behind an address belongs to the sentence.
      const written = withoutTail(found);
      const target = webAddress(written);
      if (target === undefined) continue;
      const start = leaf.offset + index;
      links.push({
        range: { start: document.textDocument.positionAt(start), end: document.textDocument.positionAt(start + written.length) },
        target,
      });
    }
  }
  return links;
}

function withoutTail(address: string): string {
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const opens = address.slice(0, end).split('(').length;
    const closes = address.slice(0, end).split(')').length;
    if (!/[.,;:!?'\]}]/.test(last) && !(last === ')' && closes > opens)) break;
  }
  return address.slice(0, end);
}

/** Only what a browser opens: an editor might run commands for other schemes. */
function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}

function rangeOf(cst: CstNode | undefined, inset = 0): DocumentLink['range'] | undefined {
  if (cst === undefined) return undefined;
  const { start, end } = cst.range;
  return {
    start: { line: start.line, character: start.character + inset },
    end: { line: end.line, character: end.character - inset },
  };
}
