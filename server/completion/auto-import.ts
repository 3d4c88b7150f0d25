import { UriUtils, type LangiumDocument, type URI } from 'langium';
import { importsOf } from '../../language/names/imports.js';
import { modelOf } from '../../language/parsing/model.js';
import { importing, importOf } from '../../language/writing/index.js';
import { elementOffer } from './element-offer.js';
import type { CompletionOffer } from './offer.js';
import type { Situation } from './situation.js';

/** Files of the workspace that this file could import, with the paths that lead to them. */
export function importableFiles(situation: Situation): { readonly file: LangiumDocument; readonly path: string }[] {
  const { document, snapshot } = situation;
  const imported = new Set(importsElsewhere(situation).flatMap((target) => snapshot.visibleFrom(target)));
  const here = UriUtils.dirname(document.uri);
  const unfit = leadingTo([document, ...declaringAgain(situation)], situation);
  return snapshot.documents
    .filter((file) => file.uri.scheme === document.uri.scheme && !imported.has(file) && !unfit.has(file))
    .map((file) => ({ file, path: UriUtils.relative(here, file.uri) }))
    .filter(({ file, path }) => snapshot.importedFrom(document, path) === file && !/["\\\r\n]/.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files that the other imports of this file name. */
function importsElsewhere({ document, cursor, snapshot }: Situation): LangiumDocument[] {
  return importsOf(document).flatMap((one) => {
    const at = one.$cstNode;
    const isThis = cursor.quoted !== undefined && at !== undefined && at.offset < cursor.offset && cursor.offset <= at.end;
    return isThis ? [] : (snapshot.importedFrom(document, one.path) ?? []);
  });
}

/** Files that declare a name which is seen from this file, or from a design that it is part of, and declared elsewhere. */
function declaringAgain({ document, designs, snapshot }: Situation): LangiumDocument[] {
  const taken = new Map<string, string>();
  const roots = designs.flatMap(({ files }) => snapshot.documentAt(files[0]!) ?? []);
  for (const root of new Set([document, ...roots])) {
    for (const [name, [first]] of snapshot.elementsFrom(root)) {
      if (first !== undefined) taken.set(name, first.documentUri.toString());
    }
  }
  const isTaken = (name: string, file: LangiumDocument): boolean => taken.has(name) && taken.get(name) !== file.uri.toString();
  return snapshot.documents.filter((file) =>
    snapshot.declaredIn(file).some(({ type, name }) => elementTypes.has(type) && isTaken(name, file)),
  );
}

/** Some files, and all that import them, directly or through others. */
function leadingTo(files: readonly LangiumDocument[], { snapshot }: Situation): Set<LangiumDocument> {
  const importers = new Map<LangiumDocument, LangiumDocument[]>();
  for (const file of snapshot.documents) {
    for (const { path } of importsOf(file)) {
      const target = snapshot.importedFrom(file, path);
      if (target !== undefined) importers.set(target, [...(importers.get(target) ?? []), file]);
    }
  }
  const found = new Set<LangiumDocument>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    open.push(...(importers.get(file) ?? []));
  }
  return found;
}

const elementTypes = new Set(['Zone', 'Component', 'Data', 'Link', 'Flow', 'Phase', 'Variant', 'Design']);
const importableTypes = ['Zone', 'Component', 'Data'];

/** Zones, components and data of fragments that are not imported yet, each with the edit that imports them. */
export function importable(types: readonly string[], situation: Situation): CompletionOffer[] {
  const wanted = types.filter((type) => importableTypes.includes(type));
  if (wanted.length === 0) return [];
  const { snapshot, document } = situation;
  return importableFiles(situation)
    .filter(({ file }) => modelOf(file).designs.length === 0)
    .flatMap(({ file, path }) => {
      const edits = [
        importing(document.uri.toString(), document.textDocument.getText(), path, modelOf(document).imports.at(-1)?.$cstNode?.end),
      ];
      return snapshot
        .declaredIn(file)
        .filter(({ type }) => wanted.includes(type))
        .map((description) => ({ ...elementOffer(description), mark: importOf(path), edits }));
    });
}

/** After `import`: files, those that hold only elements first. */
export function importPaths(situation: Situation): { readonly path: string; readonly detail: string; readonly uri: URI }[] {
  const all = importableFiles(situation).map(({ file, path }) => {
    const { designs, elements, definitions } = modelOf(file);
    const counts = new Map<string, number>();
    for (const { $type } of elements) counts.set($type.toLowerCase(), (counts.get($type.toLowerCase()) ?? 0) + 1);
    const told = [...counts].map(([sort, count]) => `${count} ${sort}${count === 1 || sort === 'data' ? '' : 's'}`);
    const design = designs[0]?.name === undefined ? [] : [`design ${designs[0].name}`];
    if (definitions.length > 0) told.push('definitions');
    return {
      path,
      detail: [...design, ...told].join(', ') || 'empty',
      uri: file.uri,
      rank: designs.length > 0 ? 2 : elements.length > 0 ? 0 : 1,
    };
  });
  return all.sort((a, b) => a.rank - b.rank);
}
