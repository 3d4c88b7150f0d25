import type { Architecture, ElementBase, Layer } from '../../../language/model/index.js';
import { rehopped } from '../support/hops.js';
import { shuffled, type Random } from '../support/random.js';

/** The same statements in another order, those in the bodies too. The order of kinds stays: of two that say the same thing, the first counts. */
export function reordered(design: Architecture, random: Random): Architecture {
  const body = <E extends ElementBase & { readonly layers?: readonly Layer[] }>(one: E): E => ({
    ...one,
    // Of a value that is stated twice, which is an error, the first counts.
    settings:
      new Set(one.settings.map(({ attribute }) => attribute)).size < one.settings.length ? one.settings : shuffled(one.settings, random),
    controls: shuffled(one.controls, random),
    mechanisms: shuffled(one.mechanisms, random),
    ...(one.layers === undefined ? {} : { layers: shuffled(one.layers, random) }),
  });
  const table = <E extends ElementBase>(elements: ReadonlyMap<string, E>) =>
    new Map(shuffled([...elements], random).map(([name, one]) => [name, body(one)]));
  return rehopped({
    ...design,
    design: body(design.design),
    zones: table(design.zones),
    components: table(design.components),
    data: table(design.data),
    links: table(design.links),
    flows: table(design.flows),
  });
}
