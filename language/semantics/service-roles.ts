import type { Component } from '../model/architecture.js';
import type { Catalogue } from '../model/catalogue.js';
import type { ServiceRole } from '../model/service-role.js';
import { isOfKind, lineage } from './kinds.js';

/** Who takes part in a service, in the order of the way: as it says itself, else as the nearest says that it is a kind of. */
export function rolesInService(service: string, { services }: Pick<Catalogue, 'services'>): readonly ServiceRole[] {
  for (const name of lineage([service], services).keys()) {
    const roles = services.get(name)?.roles ?? [];
    if (roles.length > 0) return roles;
  }
  return [];
}

/** Whether a component is of a kind that takes a role. */
export function takesRole(component: Component | undefined, { kinds }: ServiceRole, catalogue: Catalogue): boolean {
  return kinds.some((kind) => isOfKind(component, kind, catalogue));
}

/** `Meter → Who collects → Who uses the values`: a service in one line. */
export function wayOfRoles(roles: readonly ServiceRole[]): string {
  return roles.map(({ name, title }) => title ?? name).join(' → ');
}
