import { kindsOf, lineage, lookupIn, valueOf } from '../language/semantics/index.js';
import type { Architecture, Component, Kind, ServiceRole } from '../language/model/index.js';

/** A service that a design may do, and shows in no flow. */
export interface UnshownService {
  readonly service: Kind;
  /** Who would take part, in the order of the way: each role, with the components that could take it. */
  readonly roles: readonly { readonly role: ServiceRole; readonly by: readonly string[] }[];
}

/**
 * The services of the catalogue that no flow does although everybody who takes part is drawn, in the order of the catalogue. No finding: who
 * takes part may do something else. One that builds on another stands for itself only where that is shown, and begins otherwise.
 */
export function unshownServices(architecture: Architecture): UnshownService[] {
  const { services } = architecture.catalogue;
  const shown = new Set([...architecture.flows.values()].flatMap(({ kinds }) => [...lineage(kinds, services).keys()]));
  const componentsOf = componentsByKind(architecture);
  const found = new Map<string, UnshownService>();
  for (const service of services.values()) {
    const { roles: stated = [] } = service;
    if (stated.length === 0 || shown.has(service.name)) continue;
    const roles = stated.map((role) => ({ role, by: [...new Set(role.kinds.flatMap((kind) => componentsOf.get(kind) ?? []))] }));
    if (roles.every(({ by }) => by.length > 0) && endsSomewhere(service, roles.at(-1)!.by, architecture))
      found.set(service.name, { service, roles });
  }
  return [...found.values()].filter(({ service, roles: [first] }) =>
    [...lineage(service.parents, services).keys()].every((parent) => {
      const begins = services.get(parent)?.roles?.[0]?.name;
      return !found.has(parent) && !(shown.has(parent) && begins === first!.role.name);
    }),
  );
}

function componentsByKind(architecture: Architecture): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const component of architecture.components.values()) {
    for (const kind of kindsOf(component, architecture.catalogue).keys()) {
      const same = found.get(kind);
      if (same === undefined) found.set(kind, [component.name]);
      else same.push(component.name);
    }
  }
  return found;
}

/** Whether one of some components states of each capability that the service needs that it has it. */
function endsSomewhere({ name, parents }: Kind, ends: readonly string[], architecture: Architecture): boolean {
  const { services } = architecture.catalogue;
  const needed = [...lineage([name, ...parents], services).keys()].flatMap((one) => services.get(one)?.excludes ?? []);
  const lookup = lookupIn(architecture);
  const has = (component: Component | undefined) =>
    component !== undefined &&
    needed.every(({ attribute, value }) => {
      const stated = valueOf(component, attribute, lookup);
      return stated?.kind === 'word' && value.kind === 'word' && stated.word !== value.word;
    });
  return ends.some((end) => has(architecture.components.get(end)));
}
