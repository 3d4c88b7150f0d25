import type { UnshownService } from '../summary/unshown-services.js';
import { listed } from './words.js';

const mostNamed = 3;

/** `Who orders it: desk; Who sends it: hes; Meter: meter, sub and 4 more`: who would take part in a service that no flow shows. */
export function whoTakesPart({ roles }: UnshownService): string {
  return roles.map(({ role, by }) => `${role.title ?? role.name}: ${listed(few(by), 'or')}`).join('; ');
}

function few(names: readonly string[]): readonly string[] {
  return names.length > mostNamed + 1 ? [...names.slice(0, mostNamed), `${names.length - mostNamed} more`] : names;
}
