import type { Architecture, Flow } from '../model/index.js';
import { isOfKind, knownNames, partsIn } from '../semantics/index.js';
import { intoHead } from '../writing/index.js';
import type { Context, Mistake } from './mistake.js';

/** A layer without `to` that runs on between systems that may all read what passes: the design claims more than it means. */
export function* layers({ uri, generations, sources }: Context): Iterable<Mistake> {
  for (const design of generations) {
    for (const flow of partsIn(design.flows, uri)) {
      const end = endPointBefore(flow, design);
      if (end === undefined) continue;
      for (const layer of flow.layers) {
        if (layer.to !== undefined) continue;
        if (layer.from !== undefined && flow.stops.findIndex((stop) => stop.includes(layer.from!)) >= end.index) continue;
        yield {
          code: 'layer-past-end-point',
          severity: 'hint',
          what: ['past', end.name],
          range: sources.rangeOf(layer),
          repairs: [
            {
              does: ['endLayer', end.name],
              preferred: true,
              edits: [intoHead({ head: sources.rangeOf(layer) }, `to ${end.name}`)],
            },
          ],
        };
      }
    }
  }
}

/** The first of the trusted end points that a path ends with, where more than one follow each other. */
function endPointBefore(flow: Flow, design: Architecture): { index: number; name: string } | undefined {
  const trusted = (stop: readonly string[]) =>
    stop.every((name) => isOfKind(design.components.get(name), knownNames.trustedEndPoint, design.catalogue));
  let index = flow.stops.length;
  while (index > 0 && trusted(flow.stops[index - 1]!)) index--;
  const name = flow.stops[index]?.[0];
  return index === 0 || index >= flow.stops.length - 1 || name === undefined || flow.stops[index]!.length > 1 ? undefined : { index, name };
}
