import type { Catalogue, Kind, ServiceRole } from '../../language/model/index.js';
import { rolesInService } from '../../language/semantics/index.js';
import { lookOf } from '../icons/table.js';
import { counting, elementLabel, plain } from '../words.js';
import type { Scene, SceneEdge, SceneNode, ScenePanel } from './scene.js';

/** Services that the same roles act in: the one that says who they are, then those that are kinds of it and say nothing else. */
interface Family {
  readonly roles: readonly ServiceRole[];
  readonly services: readonly Kind[];
}

/** The general model of metering services: which roles act in which services, from who begins to where it ends, and which kinds take them. */
export function servicesScene(catalogue: Catalogue): Scene {
  const all = [...catalogue.services.values()];
  const families = familiesOf(all, catalogue);
  const roles = families.reduce((sum, family) => sum + family.roles.length, 0);
  return {
    title: 'General model of metering services',
    description: `${counting(all.length, 'service')} and ${counting(roles, 'role')}: who begins stands on top. What only passes it on in between is left out.`,
    marked: false,
    badges: [],
    marks: [],
    nodes: families.flatMap((family) => [familyNode(family), ...family.roles.map((role) => roleNode(role, family, catalogue))]),
    edges: families.flatMap(waysOf),
    panels: panelsFor(all, catalogue),
    control: undefined,
  };
}

function familiesOf(all: readonly Kind[], catalogue: Catalogue): Family[] {
  const families = new Map<readonly ServiceRole[], Kind[]>();
  for (const service of all) {
    const roles = rolesInService(service.name, catalogue);
    if (roles.length > 0) families.set(roles, [...(families.get(roles) ?? []), service]);
  }
  return [...families].map(([roles, services]) => ({ roles, services }));
}

function familyNode({ services }: Family): SceneNode {
  const [first, ...others] = services;
  return {
    ...plainNode(idOf(services), 'zone', undefined),
    title: elementLabel(first!),
    marks: others.map((one) => ({ sort: 'number', words: elementLabel(one) })),
    elements: services.map(({ name }) => name),
  };
}

function roleNode(role: ServiceRole, { services }: Family, catalogue: Catalogue): SceneNode {
  const id = idOf(services);
  return {
    ...plainNode(`${id}/${role.name}`, 'component', id),
    title: elementLabel(role),
    icon: lookOf(role.kinds, catalogue.componentKinds).icon,
    marks: role.kinds.map((kind) => ({ sort: 'number', words: catalogue.componentKinds.get(kind)?.title ?? kind })),
    elements: [role.name],
  };
}

function plainNode(id: string, sort: SceneNode['sort'], parent: string | undefined): SceneNode {
  const nothing = { kind: '', icon: undefined, marks: [], badges: [], outside: false, aside: false, depth: 0 };
  return { ...nothing, id, sort, parent, title: '', elements: [] };
}

function waysOf({ roles, services }: Family): SceneEdge[] {
  const id = idOf(services);
  return roles.slice(1).map((role, index) => {
    const [from, to] = [`${id}/${roles[index]!.name}`, `${id}/${role.name}`];
    return { id: `${from}/${to}`, sort: 'flow', from, to, heads: ['to'], protection: 'hop only', aside: false };
  });
}

function idOf(services: readonly Kind[]): string {
  return `service:${services[0]!.name}`;
}

/** What is no service of its own, or asks nothing of who takes part. */
function panelsFor(all: readonly Kind[], catalogue: Catalogue): ScenePanel[] {
  const rows = all
    .filter(({ name }) => rolesInService(name, catalogue).length === 0)
    .map((one) => ({
      id: `service:${one.name}`,
      title: elementLabel(one),
      words: plain(one.documentation ?? ''),
      marks: [],
      badges: [],
      aside: false,
      elements: [one.name],
    }));
  return rows.length === 0 ? [] : [{ id: 'services', title: 'Services that name no roles', rows }];
}
