import { UriUtils, type LangiumDocument } from 'langium';
import { isDecision, isImport, type Import } from '../../language/generated/ast.js';
import { importsOf, isBuiltIn } from '../../language/names/imports.js';
import { modelOf } from '../../language/parsing/model.js';
import { blankRest, importOf, stretchOf, type Edit } from '../../language/writing/index.js';
import type { RefactoringOffer, Refactoring, Selection } from './refactoring.js';
import { blocksOf, stretchesOf } from './statements.js';

/** What an imported fragment says goes into the file that imports it. The fragment stays, for whoever else needs it. */
export const inline: Refactoring = { kind: 'refactor.inline.meterlint', offers };

function* offers(selection: Selection): Iterable<RefactoringOffer> {
  const { document, model, start, end } = selection;
  const touched = model.imports.filter(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= end && $cstNode.end >= start);
  const [node] = touched;
  const fragment = node === undefined || touched.length > 1 ? undefined : targetOf(document, node, selection);
  if (node === undefined || fragment === undefined || !isAllowed(fragment, selection)) return;
  const nested = nestedImports(fragment, selection);
  if (nested === undefined) return;
  const { definitions, cites } = modelOf(fragment);
  yield {
    does: ['inlineFragment', UriUtils.basename(fragment.uri), definitions.length + cites.length > 0],
    changes: changesFor(node, nested, contentOf(fragment), selection),
  };
}

function targetOf(from: LangiumDocument, { path }: Import, { snapshot }: Selection): LangiumDocument | undefined {
  return snapshot.importedFrom(from, path);
}

/** A whole fragment without errors that no circle leads back from, that nothing else in a design imports, and whose names are its own. */
function isAllowed(fragment: LangiumDocument, selection: Selection): boolean {
  const { document, designs, snapshot } = selection;
  const { lexerErrors, parserErrors } = fragment.parseResult;
  const { designs: own, elements } = modelOf(fragment);
  if (isBuiltIn(fragment.uri) || lexerErrors.length + parserErrors.length > 0 || own.length > 0 || elements.length === 0) return false;
  // Decisions count in some files only, where a workspace says so.
  if (elements.some(isDecision) && snapshot.mayDecide(fragment.uri) !== snapshot.mayDecide(document.uri)) return false;
  if (snapshot.visibleFrom(fragment).includes(document)) return false;
  const roots = [document.uri.toString(), ...designs.map(({ files }) => files[0]!)];
  const all = snapshot.documents.filter(({ uri }) => roots.includes(uri.toString()));
  const files = new Set(all.flatMap((root) => snapshot.visibleFrom(root)));
  const importers = [...files].flatMap((file) => importsOf(file).filter((node) => targetOf(file, node, selection) === fragment));
  if (importers.length !== 1) return false;
  return elements.every((one) => !('name' in one) || all.every((root) => snapshot.elementsFrom(root).get(one.name)?.length === 1));
}

/** The fragment's own imports with their paths from here, without those that stand here already; undefined where one leads nowhere. */
function nestedImports(fragment: LangiumDocument, selection: Selection): string[] | undefined {
  const { document } = selection;
  const here = new Set(importsOf(document).map((node) => targetOf(document, node, selection)));
  const paths: string[] = [];
  for (const node of importsOf(fragment)) {
    const target = targetOf(fragment, node, selection);
    if (target === undefined) return undefined;
    if (here.has(target)) continue;
    here.add(target);
    const path = UriUtils.relative(UriUtils.dirname(document.uri), target.uri);
    if (/[\\\r\n]/.test(path)) return undefined;
    paths.push(importOf(path));
  }
  return paths;
}

/** What stands below the imports. Definitions are seen everywhere and would stand in two files. */
function contentOf(fragment: LangiumDocument): string {
  const text = fragment.textDocument.getText();
  const model = modelOf(fragment);
  const start = blocksOf(model, text).findLast(({ node }) => isImport(node))?.end ?? 0;
  const left = new Set<unknown>([...model.definitions, ...model.cites]);
  let content = '';
  let from = start;
  for (const stretch of stretchesOf(left, blocksOf(model, text), text)) {
    content += text.slice(from, Math.max(from, stretch.start));
    from = Math.max(from, stretch.end);
  }
  return (content + text.slice(from)).trim();
}

/** Imports stand first in a file: the fragment's own go into the place of the import, and its elements below the last one. */
function changesFor(node: Import, nested: readonly string[], content: string, { document, model, text }: Selection): Edit[] {
  const uri = document.uri.toString();
  const [last, position] = [model.imports.at(-1)!, model.imports.indexOf(node)];
  const { offset, end } = node.$cstNode!;
  const behind = blocksOf(model, text).find((block) => block.node === last)!.end;
  const rest = text.slice(last === node ? end : behind);
  const blank = blankRest(rest, 0);
  const isOpen = blank !== undefined && blankRest(rest, blank.length) === undefined;
  const below = `${content}${blank === undefined ? '\n\n' : isOpen ? '\n' : ''}`;
  if (node === last) {
    const before = nested.length > 0 ? `${nested.join('\n')}\n\n` : position > 0 ? '\n' : '';
    return [{ uri, start: offset, end, newText: before + below }];
  }
  const replaced =
    nested.length > 0 ? { start: offset, end, newText: nested.join('\n') } : { ...stretchOf({ start: offset, end }, text), newText: '' };
  return [
    { uri, ...replaced },
    { uri, start: behind, end: behind, newText: `\n\n${below}` },
  ];
}
