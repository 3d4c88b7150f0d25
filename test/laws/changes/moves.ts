import type { Architecture } from '../../../language/model/index.js';
import { changed, type Mutation } from '../support/mutation.js';

/** Each component put into each other zone. */
export function moves(design: Architecture): Mutation[] {
  return [...design.components.values()].flatMap((component) =>
    [...design.zones.keys()]
      .filter((zone) => zone !== component.zone)
      .map((zone): Mutation => ({
        what: `${component.name}: moved into ${zone}`,
        apply: (one) => (one.zones.has(zone) ? changed(one, 'component', component.name, (own) => ({ ...own, zone })) : undefined),
      })),
  );
}
