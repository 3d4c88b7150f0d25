import { UriUtils, type AstNodeDescription, type LangiumCoreServices, type LangiumDocument } from 'langium';
import type { AstNode } from 'langium';
import { isQuantifiedCondition, isTarget } from '../generated/ast.js';
import { importTarget, isBuiltIn } from '../names/imports.js';
import { rangeOfCst } from '../read/range.js';
import { importing } from '../writing/index.js';
import { lineBefore, replacement, type Check, type Context, type Mistake, type MistakeOf, type Repair } from './mistake.js';
import { tablesOf } from '../semantics/everyday.js';
import { nearOf } from './nearest.js';

/** Elements that one line can declare. */
const creatable: Readonly<Record<string, string>> = { Zone: 'zone', Component: 'component', Data: 'data' };

interface Unknown {
  readonly name: string;
  readonly type: string;
  readonly range: ReturnType<typeof rangeOfCst>;
  readonly container: AstNode;
  readonly names: () => Iterable<string>;
}

/** Names that nobody declared, each with the nearest that somebody did. */
export function unknownNames(services: LangiumCoreServices): Check {
  return function* (context) {
    const known = new Map<string, string[]>();
    for (const reference of context.document.references) {
      const error = reference.error;
      const name = reference.$refText;
      if (error === undefined || name === '') continue;
      const type = services.shared.AstReflection.getReferenceType(error.info);
      const scope = services.references.ScopeProvider.getScope(error.info);
      const names = () => {
        const key = `${type} ${type === 'Kind' ? error.info.container.$containerProperty : ''}`;
        let list = type === 'Kind' ? undefined : known.get(key);
        if (list === undefined) {
          list = scope
            .getAllElements()
            .map((description: AstNodeDescription) => description.name)
            .toArray();
          known.set(key, list);
        }
        return list;
      };
      const range = rangeOfCst(context.document, reference.$refNode);
      yield mistakeOf({ name, type, range, container: error.info.container, names }, context);
    }
  };
}

function mistakeOf(unknown: Unknown, context: Context): Mistake {
  const { name, type, range } = unknown;
  const meant = targetMeant(unknown, context);
  if (meant !== undefined) return { code: 'unknown-name', severity: 'error', range, ...meant };
  const tables = tablesOf(type, context.catalogue);
  const near = nearOf(name, unknown.names(), (known) => tables.flatMap((table) => table.get(known)?.also ?? []));
  const other = near.some(({ by }) => by !== 'part') ? undefined : otherSort(unknown, context);
  if (other !== undefined) return other;
  const repairs: Repair[] = near.map(({ name: known, by }, index) => ({
    ...replacement(range, known, ['changeTo', known], index === 0 && (by === 'same' || by === 'slip')),
    // Where several names are the same word, only the author knows which is meant.
    certain: by === 'same' && near[1]?.by !== 'same',
  }));
  const elsewhere = elsewhereDeclared(unknown, context);
  for (const file of elsewhere) repairs.push(importRepair(context, file, repairs.length === 0));
  const keyword = creatable[type];
  if (keyword !== undefined) repairs.push(creation(unknown, keyword, context.document, repairs.length === 0));
  const what = ['nowhere', name, type, near, elsewhere] as const;
  return { code: 'unknown-name', severity: 'error', what, range, repairs };
}

/** In a decision, a kind where an element is expected, and the other way round. */
function targetMeant({ name, container }: Unknown, context: Context): Pick<MistakeOf<'unknown-name'>, 'what' | 'repairs'> | undefined {
  if (!isTarget(container)) return undefined;
  const { catalogue, document, shared } = context;
  const range = rangeOfCst(document, container.$cstNode);
  if (container.kind !== undefined) {
    if (!shared.meter.Visibility.elements(document.uri).has(name)) return undefined;
    const what = ['elementNotKind', name] as const;
    return { what, repairs: [replacement(range, name, ['changeTo', name], true)] };
  }
  const { componentKinds, zoneKinds, dataClasses, services } = catalogue;
  if (![componentKinds, zoneKinds, dataClasses, services].some((table) => table.has(name))) return undefined;
  const what = ['kindNotElement', name] as const;
  return { what, repairs: [replacement(range, `every ${name}`, ['changeTo', `every ${name}`], true)] };
}

/** A name that is declared, but of something else: where an element stands in a zone, that zone may be meant. */
function otherSort({ name, type, range }: Unknown, { designs, sources }: Context): Mistake | undefined {
  if (type !== 'Zone' && type !== 'Component' && type !== 'Data' && type !== 'Link') return undefined;
  for (const { zones, components, data, links, flows } of designs) {
    const found = [zones, components, data, links, flows].map((map) => map.get(name)).find((one) => one !== undefined);
    if (found === undefined || found.sort === type.toLowerCase()) continue;
    const [component, zone] = [components.get(name), zones.get(name)];
    const inZone = type === 'Component' && zone !== undefined ? [...components.values()].filter((one) => one.zone === name) : [];
    const around = zones.get(component?.zone ?? '')?.name;
    const meant = type === 'Zone' ? [around].filter((one) => one !== undefined) : inZone.map((one) => one.name).slice(0, 3);
    return {
      code: 'unknown-name',
      severity: 'error',
      what: ['otherSort', name, found.sort, type, meant],
      range,
      related: { range: sources.rangeOf(found), is: ['declared', name] },
      repairs: meant.map((one) => replacement(range, one, ['changeTo', one], false)),
    };
  }
  return undefined;
}

/** Files of the workspace that declare such an element and are not imported, as paths from this file. */
function elsewhereDeclared({ name, type }: Unknown, { document, shared }: Context): string[] {
  if (!(type in creatable) && type !== 'Link' && type !== 'Flow' && type !== 'Subject') return [];
  const files = shared.workspace.IndexManager.allElements(type)
    .filter((description) => description.name === name && !isBuiltIn(description.documentUri))
    .map(({ documentUri }) => ({ documentUri, path: UriUtils.relative(UriUtils.dirname(document.uri), documentUri) }))
    .filter(({ documentUri, path }) => {
      const target = importTarget(document.uri, path, shared.meter.WorkspaceFolders);
      return 'uri' in target && UriUtils.equals(target.uri, documentUri);
    })
    .map(({ path }) => path)
    .toArray();
  return [...new Set(files)].sort().slice(0, 3);
}

function importRepair({ document, model }: Context, file: string, preferred: boolean): Repair {
  const last = model.imports.at(-1)?.$cstNode?.end;
  const edit = importing(document.uri.toString(), document.textDocument.getText(), file, last);
  return { does: ['importFile', file], preferred, edits: [edit] };
}

function creation({ name, container }: Unknown, keyword: string, document: LangiumDocument, preferred: boolean): Repair {
  let top = container;
  while (top.$container?.$container !== undefined && !isQuantifiedCondition(top)) top = top.$container;
  return lineBefore(document, top.$cstNode?.offset ?? 0, [`${keyword} ${name}`], ['declare', keyword, name], preferred);
}
