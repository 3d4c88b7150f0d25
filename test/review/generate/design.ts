import fc from 'fast-check';
import type {
  Architecture,
  Catalogue,
  Component,
  Data,
  Decision,
  Design,
  ElementBase,
  Flow,
  Layer,
  Link,
  Target,
  Zone,
} from '../../../language/model/index.js';
import { body, catalogue, type Body } from './catalogue.js';
import { componentKinds, dataClasses, maybe, mechanisms, nowhere, requirementNames, services, some, zoneKinds } from './names.js';
import { hopsAlong, reachable } from './hops.js';

/** References are numbers that are taken round the names there are, so that a smaller design stays whole. */
const pick = fc.nat({ max: 11 });
const picks = (most: number) => fc.uniqueArray(pick, { maxLength: most });
const somePicks = fc.uniqueArray(pick, { minLength: 1, maxLength: 2 });

const stack = fc.uniqueArray(fc.constantFrom(...mechanisms), { minLength: 1, maxLength: 3 });

/** Where a span begins and ends, as picks along the path; rarely of any component. */
const bounds = fc.record({
  from: maybe(pick, 1, 1),
  to: maybe(pick, 1, 1),
  anywhere: fc.integer({ min: 0, max: 7 }).map((one) => one === 7),
});

/** How far a decision reaches: mostly no further than the element that it names. */
const reach = fc.oneof(
  { weight: 3, arbitrary: fc.constant('itself' as const) },
  { weight: 2, arbitrary: fc.constant('within' as const) },
  {
    weight: 3,
    arbitrary: fc
      .oneof(...[componentKinds, zoneKinds, zoneKinds, dataClasses, services].map((kinds) => fc.constantFrom(...kinds)))
      .map((every) => ({ every })),
  },
);

const drafts = fc.record({
  zones: fc.array(fc.record({ kinds: some(zoneKinds, 2), around: maybe(pick, 1, 1), runBy: maybe(pick, 1, 4), body }), { maxLength: 3 }),
  components: fc.array(
    fc.record({ kinds: some(componentKinds, 2), zone: maybe(pick, 4, 1), runBy: maybe(pick, 1, 6), stores: picks(2), body }),
    { minLength: 2, maxLength: 5 },
  ),
  data: fc.array(fc.record({ kinds: some(dataClasses, 2), body }), { maxLength: 3 }),
  links: fc.array(
    fc.record({
      sources: somePicks,
      targets: somePicks,
      twoWay: fc.boolean(),
      zones: maybe(somePicks, 1, 2),
      layers: fc.array(stack, { maxLength: 2 }),
      carries: maybe(somePicks, 1, 3),
      openedBy: picks(2),
      body,
    }),
    { maxLength: 5 },
  ),
  flows: fc.array(
    fc.record({
      kinds: some(services, 2),
      stops: fc.array(fc.record({ at: pick, also: maybe(pick, 1, 4), follows: fc.integer({ min: 0, max: 4 }).map((one) => one > 0) }), {
        minLength: 1,
        maxLength: 5,
      }),
      carries: picks(2),
      returns: maybe(somePicks, 1, 2),
      layers: fc.array(fc.record({ stack, bounds }), { maxLength: 2 }),
      via: picks(2),
      body,
      spans: fc.array(bounds, { minLength: 2, maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  decisions: fc.array(
    fc.record({
      verb: fc.constantFrom('accept' as const, 'exclude' as const),
      requirements: fc.uniqueArray(fc.constantFrom(...requirementNames), { minLength: 1, maxLength: 2 }),
      targets: somePicks,
      reaches: fc.array(reach, { minLength: 2, maxLength: 2 }),
      by: fc.constantFrom(undefined, undefined, ' ', 'Ada'),
      until: fc.constantFrom(undefined, undefined, '2027-03-14', '2027-03-15', '2027-04-01'),
    }),
    { maxLength: 6 },
  ),
  design: maybe(body, 5, 1),
  runBy: maybe(pick, 1, 2),
});

type Drafts = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

function named(kind: string, index: number): string {
  return `${kind}${index}`;
}

function base(name: string, kinds: readonly string[], has: Body): ElementBase {
  return {
    name,
    title: undefined,
    documentation: undefined,
    file: nowhere,
    kinds,
    notes: [],
    ...has,
  };
}

function around(names: readonly string[], numbers: readonly number[] | undefined): string[] {
  return names.length === 0 ? [] : [...new Set((numbers ?? []).map((number) => names[number % names.length]!))];
}

function one(names: readonly string[], number: number | undefined): string | undefined {
  return number === undefined ? undefined : around(names, [number])[0];
}

function byName<E extends ElementBase>(elements: readonly E[]): Map<string, E> {
  return new Map(elements.map((element) => [element.name, element]));
}

function assemble(parts: Drafts, definitions: Catalogue): Architecture {
  const names = {
    zones: parts.zones.map((_, index) => named('zone', index)),
    components: parts.components.map((_, index) => named('c', index)),
    data: parts.data.map((_, index) => named('data', index)),
  };
  const zones = parts.zones.map((draft, index): Zone => ({
    ...base(names.zones[index]!, draft.kinds, draft.body),
    sort: 'zone',
    zone: one(names.zones.slice(0, index), draft.around),
    runBy: one(names.components, draft.runBy),
  }));
  const components = parts.components.map((draft, index): Component => ({
    ...base(names.components[index]!, draft.kinds, draft.body),
    sort: 'component',
    zone: one(names.zones, draft.zone),
    runBy: one(names.components, draft.runBy),
    stores: around(names.data, draft.stores),
  }));
  const links = byName(
    parts.links.map((draft, index): Link => ({
      ...base(named('link', index), [], draft.body),
      sort: 'link',
      sources: around(names.components, draft.sources),
      targets: around(names.components, draft.targets),
      twoWay: draft.twoWay,
      zones: around(names.zones, draft.zones),
      layers: draft.layers.map((mechanismsOf): Layer => ({ stack: mechanismsOf, from: undefined, to: undefined })),
      carries: around(names.data, draft.carries),
      openedBy: around(names.components, draft.openedBy),
    })),
  );
  const flows = byName(parts.flows.map((draft, index) => flowOf(draft, named('flow', index), names, links)));
  const data = parts.data.map((draft, index): Data => ({ ...base(names.data[index]!, draft.kinds, draft.body), sort: 'data' }));
  const everything = [...names.zones, ...names.components, ...names.data, ...links.keys(), ...flows.keys(), 'plan'];
  return {
    catalogue: definitions,
    design: designOf(parts.design, parts.design && one(names.components, parts.runBy)),
    zones: byName(zones),
    components: byName(components),
    data: byName(data),
    links,
    flows,
    decisions: parts.decisions.map((draft): Decision => ({
      verb: draft.verb,
      requirements: draft.requirements,
      targets: draft.targets.flatMap((number, index) => targetOf(draft.reaches[index]!, number, everything, names.zones)),
      until: draft.verb === 'accept' ? draft.until : undefined,
      because: 'known',
      by: draft.by,
      file: nowhere,
    })),
    refused: [],
    phases: [],
    files: [nowhere],
    order: everything,
  };
}

type Reach = typeof reach extends fc.Arbitrary<infer T> ? T : never;

/** Of what stands in no zone there is nothing within. */
function targetOf(how: Reach, number: number, everything: readonly string[], zones: readonly string[]): Target[] {
  if (typeof how === 'object') return [{ reach: 'every', name: how.every }];
  const among = how === 'within' ? zones : everything;
  return around(among, [how === 'within' ? number : number * 5]).map((name) => ({ reach: how, name }));
}

function designOf(has: Body | undefined, runBy: string | undefined): Design {
  const empty: Body = { settings: [], controls: [], mechanisms: [] };
  return {
    ...base('plan', [], has ?? empty),
    sort: 'design',
    runBy,
    version: undefined,
    owner: undefined,
    profiles: ['x1332'],
    implicit: has === undefined,
  };
}

function flowOf(
  draft: Drafts['flows'][number],
  name: string,
  names: { readonly components: readonly string[]; readonly data: readonly string[] },
  links: ReadonlyMap<string, Link>,
): Flow {
  const stops: string[][] = [];
  for (const { at, also, follows } of draft.stops) {
    const near = follows ? reachable(links, stops[stops.length - 1] ?? []) : [];
    stops.push(around(near.length > 0 ? near : names.components, also === undefined ? [at] : [at, also]));
  }
  const via = around([...links.keys()], draft.via);
  const span = (limits: (typeof draft.spans)[number]) => {
    const among = limits.anywhere ? names.components : [...new Set(stops.flat())];
    return { from: one(among, limits.from), to: one(among, limits.to) };
  };
  return {
    ...base(name, draft.kinds, {
      ...draft.body,
      controls: draft.body.controls.map((use, index) => ({ ...use, ...span(draft.spans[index]!) })),
    }),
    sort: 'flow',
    stops,
    carries: around(names.data, draft.carries),
    returns: around(names.data, draft.returns),
    layers: draft.layers.map((layer) => ({ stack: layer.stack, ...span(layer.bounds) })),
    via,
    hops: hopsAlong(stops, via, links),
  };
}

/** A design with the catalogue that it is reviewed against. */
export const architecture: fc.Arbitrary<Architecture> = fc
  .tuple(drafts, catalogue)
  .map(([parts, definitions]) => assemble(parts, definitions));
