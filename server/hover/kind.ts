import * as ast from '../../language/generated/ast.js';
import { elementsOfSort, kindTable, lineage, operandWords, rolesInService, wayOfRoles } from '../../language/semantics/index.js';
import type { Kind, ElementSort } from '../../language/model/index.js';
import { sortOfOwner } from '../../language/wellformed/uses.js';
import { bounded, code, namesAsCode, escapedText } from '../markdown.js';
import type { Snapshot } from '../../workspace/index.js';
import { askedBy } from './catalogue.js';

type KindNode = ast.ComponentKind | ast.ZoneKind | ast.DataClass | ast.Service;

/** What a kind is, what it brings along, who asks about it, and what of this workspace is of it. */
export function kindLines(node: KindNode, snapshot: Snapshot): string[] {
  const catalogue = snapshot.catalogue;
  const sort = sortOfOwner(node)!;
  const kind = kindTable(sort, catalogue).get(node.name);
  if (kind === undefined) return [];
  const above = [...lineage(kind.parents, kindTable(sort, catalogue)).keys()].filter((name) => name !== kind.name);
  const below = [...kindTable(sort, catalogue).values()].filter(({ parents }) => parents.includes(kind.name)).map(({ name }) => name);
  const asked = ast.isService(node) ? 'kind' : sort;
  return [
    ...(above.length === 0 ? [] : [`is ${namesAsCode(above)}`]),
    ...(below.length === 0 ? [] : [`kinds of it: ${namesAsCode(below)}`]),
    ...roleLines(kind, snapshot),
    ...broughtLines(kind),
    ...askedBy(catalogue, (mentioned) => mentioned.name === kind.name && (mentioned.sort === asked || mentioned.sort === 'kind')),
    ...usedLines(kind.name, sort, snapshot),
  ];
}

/** Who takes part, in the order of the way. */
function roleLines({ name, roles: own }: Kind, { catalogue }: Snapshot): string[] {
  const roles = own === undefined ? [] : rolesInService(name, catalogue);
  if (roles.length === 0) return [];
  return [
    `way: ${escapedText(wayOfRoles(roles))}`,
    ...roles.map((role) => `${escapedText(role.title ?? role.name)}: ${namesAsCode(role.kinds)}`),
  ];
}

function broughtLines({ settings, controls, mechanisms, notes }: Kind): string[] {
  return [
    ...settings.map(({ attribute, value }) => `brings ${code(attribute)} = ${escapedText(operandWords(value))}`),
    ...controls.map(({ control, mechanisms: by }) => `brings control ${code(control)}${by.length === 0 ? '' : ` by ${namesAsCode(by)}`}`),
    ...(mechanisms.length === 0 ? [] : [`brings ${namesAsCode(mechanisms.map(({ mechanism }) => mechanism))}`]),
    ...notes.map(escapedText),
  ];
}

function usedLines(kind: string, sort: ElementSort, snapshot: Snapshot): string[] {
  const used = snapshot.designs.flatMap((architecture) => {
    const { facts } = snapshot.evaluatorOf(architecture);
    return elementsOfSort(architecture, sort).filter((element) => facts.is(element, kind));
  });
  // A file that several designs share counts once.
  const distinct = new Map(used.map(({ name, file }) => [`${file} ${name}`, name]));
  if (distinct.size === 0) return [];
  const list = bounded([...new Set(distinct.values())], code, { most: 8 }, (rest) => `${rest.length} more names`);
  return [`${distinct.size} in this workspace: ${list.join(', ')}`];
}
