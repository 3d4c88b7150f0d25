import type { Architecture, Component, ControlUse, Flow, Layer } from '../../../language/model/index.js';
import type { Mutation } from '../support/mutation.js';
import { rehopped } from '../support/hops.js';

/** Each component of which there are several drawn as two of the same kind, with the same links and flows, whose counts add up to its own. */
export function splits(design: Architecture): Mutation[] {
  return [...design.components.values()]
    .filter((one) => countOf(one) >= fewest)
    .map(({ name }) => ({
      what: `${name} drawn as two`,
      apply: (one: Architecture) => split(one, name),
      image: (element: string) => (element === name ? [name, halfOf(name)] : [element]),
    }));
}

/** Two of each half: a single one is no fleet. */
const fewest = 4;

const halfOf = (name: string) => `${name}-half`;

function countOf({ settings }: Component): number {
  const value = settings.find(({ attribute }) => attribute === 'count')?.value;
  return value?.kind === 'integer' ? value.number : 1;
}

function split(design: Architecture, name: string): Architecture | undefined {
  const whole = design.components.get(name);
  if (whole === undefined || countOf(whole) < fewest) return undefined;
  const half = halfOf(name);
  const less = Math.floor(countOf(whole) / 2);
  const of = (number: number, as: string): Component => ({
    ...whole,
    name: as,
    settings: whole.settings.map((one) => (one.attribute === 'count' ? { ...one, value: { kind: 'integer', number } } : one)),
  });
  const both = (names: readonly string[]) => names.flatMap((one) => (one === name ? [name, half] : [one]));
  const components = [...design.components].flatMap(([key, component]) =>
    key === name ? [of(countOf(whole) - less, name), of(less, half)] : [component],
  );
  return rehopped({
    ...design,
    components: new Map(components.map((one) => [one.name, one])),
    links: new Map(
      [...design.links].map(([key, link]) => [
        key,
        { ...link, sources: both(link.sources), targets: both(link.targets), openedBy: both(link.openedBy) },
      ]),
    ),
    flows: new Map(
      [...design.flows].map(([key, flow]): [string, Flow] => [
        key,
        {
          ...flow,
          stops: flow.stops.map(both),
          layers: flow.layers.flatMap((layer) => spans(layer, name, half)),
          controls: flow.controls.flatMap((use) => spans(use, name, half)),
        },
      ]),
    ),
    decisions: design.decisions.map((one) => ({
      ...one,
      targets: one.targets.flatMap((target) =>
        target.reach === 'every' ? [target] : both([target.name]).map((name) => ({ ...target, name })),
      ),
    })),
  });
}

/** A span from or to the whole is one from or to each half. */
function spans<S extends Layer | ControlUse>(span: S, name: string, half: string): S[] {
  const ends = (end: string | undefined) => (end === name ? [name, half] : [end]);
  return ends(span.from).flatMap((from) => ends(span.to).map((to) => ({ ...span, from, to })));
}
