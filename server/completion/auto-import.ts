import { URI, UriUtils, type LangiumDocument } from 'langium';
import { importsOf, importTarget } from '../../language/names/imports.js';
import { modelOf } from '../../language/parsing/model.js';
import { importing, importOf } from '../../language/writing/index.js';
import { elementOffer } from './element-offer.js';
import type { Offer } from './offer.js';
import type { Situation } from './situation.js';

/** Files of the workspace that this file could import, with the paths that lead to them. */
export function importableFiles(situation: Situation): { readonly file: LangiumDocument; readonly path: string }[] {
  const { document, services } = situation;
  const { Visibility, WorkspaceFolders } = services.shared.meter;
  const imported = new Set(importsElsewhere(situation).flatMap((target) => Visibility.closure(target)));
  const here = UriUtils.dirname(document.uri);
  const unfit = leadingTo([document, ...declaringAgain(situation)], situation);
  return services.shared.workspace.LangiumDocuments.all
    .filter((file) => file.uri.scheme === document.uri.scheme && !imported.has(file) && !unfit.has(file))
    .map((file) => ({ file, path: UriUtils.relative(here, file.uri) }))
    .filter(({ file, path }) => {
      const target = importTarget(document.uri, path, WorkspaceFolders);
      return 'uri' in target && target.uri.toString() === file.uri.toString() && !/["\\\r\n]/.test(path);
    })
    .toArray()
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Files that the other imports of this file name. */
function importsElsewhere({ document, cursor, services }: Situation): LangiumDocument[] {
  return importsOf(document).flatMap((one) => {
    const at = one.$cstNode;
    const isThis = cursor.quoted !== undefined && at !== undefined && at.offset < cursor.offset && cursor.offset <= at.end;
    return isThis ? [] : targetOf(document, one.path, services);
  });
}

function targetOf(document: LangiumDocument, path: string | undefined, { shared }: Situation['services']): LangiumDocument[] {
  const target = path === undefined ? undefined : importTarget(document.uri, path, shared.meter.WorkspaceFolders);
  const file = target !== undefined && 'uri' in target ? shared.workspace.LangiumDocuments.getDocument(target.uri) : undefined;
  return file === undefined ? [] : [file];
}

/** Files that declare a name which is seen from this file, or from a design that it is part of, and declared elsewhere. */
function declaringAgain({ document, designs, services }: Situation): LangiumDocument[] {
  const { meter, workspace } = services.shared;
  const taken = new Map<string, string>();
  for (const uri of new Set([document.uri.toString(), ...designs.map(({ files }) => files[0]!)])) {
    for (const [name, [first]] of meter.Visibility.elements(URI.parse(uri))) {
      if (first !== undefined) taken.set(name, first.documentUri.toString());
    }
  }
  const again = new Set<string>();
  for (const { type, name, documentUri } of workspace.IndexManager.allElements()) {
    const home = elementTypes.has(type) ? taken.get(name) : undefined;
    if (home !== undefined && home !== documentUri.toString()) again.add(documentUri.toString());
  }
  return [...again].flatMap((uri) => workspace.LangiumDocuments.getDocument(URI.parse(uri)) ?? []);
}

/** Some files, and all that import them, directly or through others. */
function leadingTo(files: readonly LangiumDocument[], { services }: Situation): Set<LangiumDocument> {
  const importers = new Map<LangiumDocument, LangiumDocument[]>();
  for (const file of services.shared.workspace.LangiumDocuments.all) {
    for (const { path } of importsOf(file)) {
      for (const target of targetOf(file, path, services)) importers.set(target, [...(importers.get(target) ?? []), file]);
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

const elementTypes = new Set(['Zone', 'Component', 'Data', 'Link', 'Flow', 'Design']);
const importableTypes = ['Zone', 'Component', 'Data'];

/** Zones, components and data of fragments that are not imported yet, each with the edit that imports them. */
export function importable(types: readonly string[], situation: Situation): Offer[] {
  const wanted = types.filter((type) => importableTypes.includes(type));
  if (wanted.length === 0) return [];
  const { services, document } = situation;
  return importableFiles(situation)
    .filter(({ file }) => modelOf(file).designs.length === 0)
    .flatMap(({ file, path }) => {
      const edits = [
        importing(document.uri.toString(), document.textDocument.getText(), path, modelOf(document).imports.at(-1)?.$cstNode?.end),
      ];
      const own = services.shared.workspace.IndexManager.allElements(undefined, new Set([file.uri.toString()]));
      return own
        .filter(({ type }) => wanted.includes(type))
        .map((description) => ({ ...elementOffer(description), mark: importOf(path), edits }))
        .toArray();
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
