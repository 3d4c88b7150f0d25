import type { Architecture, Flow, Link } from '../../../language/model/index.js';
import { lineage } from '../../../language/semantics/index.js';
import type { Mutation } from '../support/mutation.js';
import { rehopped } from '../support/hops.js';

const direct = 'direct';

/** Each flow that passes a system of the utility's own goes past it instead, over a bare link. */
export function bypasses(design: Architecture): Mutation[] {
  return [...design.flows.values()].flatMap((flow) =>
    flow.stops.slice(1, -1).flatMap((stop) => {
      const [passed] = stop;
      if (passed === undefined || stop.length > 1 || !isGuard(design, passed)) return [];
      const links = flow.hops.filter(({ from, to }) => from === passed || to === passed).flatMap(({ link }) => link ?? []);
      return [
        {
          what: `${flow.name} goes past ${passed}`,
          apply: (one: Architecture) => past(one, flow.name, passed),
          // What was told of the links, because of this flow, may now be told of the one that takes their place.
          image: (element: string) => (element === passed ? [] : links.includes(element) ? [element, direct] : [element]),
        },
      ];
    }),
  );
}

/** A system that is meant to read and to decide: going past it is no gain, as going past one that only passes on would be. */
function isGuard({ components, catalogue }: Architecture, name: string): boolean {
  const kinds = lineage(components.get(name)?.kinds ?? [], catalogue.componentKinds);
  return kinds.has('trusted-end-point') && !kinds.has('forwarding-device');
}

function past(design: Architecture, name: string, passed: string): Architecture | undefined {
  const flow = design.flows.get(name);
  const at = flow?.stops.findIndex((stop, index) => index > 0 && index < flow.stops.length - 1 && stop.includes(passed)) ?? -1;
  if (flow === undefined || at < 1) return undefined;
  const [sources, targets] = [flow.stops[at - 1]!, flow.stops[at + 1]!];
  if (sources.some((one) => targets.includes(one))) return undefined;
  const stops = flow.stops.filter((_, index) => index !== at);
  const shorter: Flow = { ...flow, stops, via: [...flow.via, direct] };
  const spanned = [...flow.layers, ...flow.controls].some(({ from, to }) => from === passed || to === passed);
  if (spanned) return undefined;
  return rehopped({
    ...design,
    flows: new Map(design.flows).set(name, shorter),
    links: new Map(design.links).set(direct, linkBetween(sources, targets, flow)),
  });
}

function linkBetween(sources: readonly string[], targets: readonly string[], { file }: Flow): Link {
  return {
    name: direct,
    sort: 'link',
    title: undefined,
    documentation: undefined,
    file,
    kinds: [],
    settings: [],
    controls: [],
    mechanisms: [],
    notes: [],
    sources,
    targets,
    twoWay: true,
    zones: [],
    layers: [],
    carries: [],
    openedBy: [],
  };
}
