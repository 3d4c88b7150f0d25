import assert from 'node:assert/strict';
import type { Architecture, Component, Element, Phase, Stay, Stored, Zone } from '../../language/model/index.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';
import { calledBy, isWhole, realDesigns } from './support/designs.js';
import { isThorough } from './support/held.js';
import { randomFrom, shuffled, type Random } from './support/random.js';
import { asDesign } from './support/text.js';
import { verdictsOn } from './support/verdicts.js';

// A design on a day is the same design written by hand with what is there on that day, and without a word of phases.

const seed = 20_261_130;
const sampled = isThorough ? Infinity : 10;
const days = ['2027-01-01', '2028-07-01', '2030-01-01'];
const phases = days.map((from, index): Phase => ({ name: `p${index}`, title: undefined, documentation: undefined, from, file: '' }));
/** The day before the first, the first of each, and one in the middle of the last. */
const asked = ['2026-12-31', ...days.slice(0, 2), '2031-05-05'];
const places = [-1, 0, 1, 2];

/** In which of the phases something is there: chosen first, and then put into words. */
type Times = readonly number[];

function timesOf(random: Random): Times {
  const chosen = random() < 0.7 ? places : places.filter(() => random() < 0.6);
  return chosen.length === 0 ? [2] : chosen;
}

function inWords(times: Times): { readonly stay?: Stay } {
  if (times.length === places.length) return {};
  const [first, last] = [times[0]!, times.at(-1)!];
  if (times.length !== last - first + 1) {
    // What is there before all phases, and then not always, no clause says.
    const only = times.filter((place) => place >= 0).map((place) => `p${place}`);
    return { stay: { only, since: undefined, until: undefined } };
  }
  const since = first < 0 ? undefined : `p${first}`;
  return last < 0 ? { stay: { only: [], since, until: 'p0' } } : { stay: { only: [], since, until: last === 2 ? undefined : `p${last}` } };
}

/** What the words come to, which for the two cases above is a little else than was chosen. */
function meant(times: Times): Times {
  const [first, last] = [times[0]!, times.at(-1)!];
  if (times.length !== last - first + 1) return times.filter((place) => place >= 0);
  return last < 0 ? [-1, 0] : times;
}

/** The design with phases in words, and what of it is there in each of them. */
function withPhases(design: Architecture, random: Random): { whole: Architecture; at: (place: number) => Architecture } {
  const times = new Map<object, Times>();
  const stores = new Map<string, readonly Stored[]>();
  const timed = <T extends object>(one: T): T => {
    const chosen = timesOf(random);
    times.set(one, meant(chosen));
    return { ...one, ...inWords(chosen) };
  };
  const body = <E extends Element>(one: E): E => {
    const [settings, controls, mechanisms] = [one.settings.map(timed), one.controls.map(timed), one.mechanisms.map(timed)];
    return { ...one, settings, controls, mechanisms };
  };
  const table = <E extends Element>(all: ReadonlyMap<string, E>, read: (one: E) => E) =>
    new Map([...all].map(([name, one]) => [name, read(one)]));
  const timedBody = <E extends Element>(one: E): E => {
    const own = timed(one);
    return { ...body(one), ...('stay' in own ? { stay: own.stay } : {}) };
  };
  const storing = (one: Component): Component => {
    const parts = one.stores.map((data) => ({ data }));
    stores.set(one.name, parts);
    return { ...body(one), stored: parts.map(timed) };
  };
  const isTimed = (zone: Zone) => zone.zone !== undefined && design.zones.has(zone.zone);
  // Who runs something stays: that it does not is a validation error.
  const runners = new Set([design.design, ...design.zones.values(), ...design.components.values()].map(({ runBy }) => runBy));
  const whole: Architecture = {
    ...design,
    phases,
    design: body(design.design),
    zones: table(design.zones, (zone) => (isTimed(zone) ? timedBody(zone) : body(zone))),
    components: table(design.components, (one) => {
      const own = runners.has(one.name) ? one : timed(one);
      return { ...storing(one), ...('stay' in own ? { stay: own.stay } : {}) };
    }),
    data: table(design.data, body),
    links: table(design.links, timedBody),
    flows: table(design.flows, timedBody),
  };
  const at = (place: number) => {
    const isThere = (one: object) => times.get(one)?.includes(place) ?? true;
    return handWritten(design, isThere, ({ name }) =>
      stores
        .get(name)!
        .filter(isThere)
        .map(({ data }) => data),
    );
  };
  return { whole, at };
}

function handWritten(
  design: Architecture,
  isThere: (one: object) => boolean,
  storedBy: (one: Component) => readonly string[],
): Architecture {
  const body = <E extends Element>(one: E): E => ({
    ...one,
    settings: one.settings.filter(isThere),
    controls: one.controls.filter(isThere),
    mechanisms: one.mechanisms.filter(isThere),
  });
  const table = <E extends Element>(all: ReadonlyMap<string, E>) =>
    new Map([...all].filter(([, one]) => isThere(one)).map(([name, one]) => [name, body(one)]));
  const zones = table(design.zones);
  /** What stands in a zone that is not there stands in the one around it. */
  const within = (zone: string | undefined): string | undefined =>
    zone === undefined || zones.has(zone) ? zone : within(design.zones.get(zone)?.zone);
  const components = new Map(
    [...table(design.components)].map(([name, one]) => [name, { ...one, zone: within(one.zone), stores: storedBy(one) }] as const),
  );
  const only = (names: readonly string[]) => names.filter((name) => components.has(name));
  const links = new Map(
    [...table(design.links)]
      .map(
        ([name, one]) =>
          [
            name,
            {
              ...one,
              sources: only(one.sources),
              targets: only(one.targets),
              openedBy: only(one.openedBy),
              zones: [...new Set(one.zones.flatMap((zone) => within(zone) ?? []))],
            },
          ] as const,
      )
      .filter(([, { sources, targets }]) => sources.length > 0 && targets.length > 0),
  );
  const flows = new Map(
    [...table(design.flows)]
      .map(([name, one]) => [name, { ...one, stops: one.stops.map(only), via: one.via.filter((link) => links.has(link)) }] as const)
      .filter(([, { stops }]) => stops.every((stop) => stop.length > 0)),
  );
  const left = new Set([zones, components, links, flows].flatMap((all) => [...all.keys()]));
  const gone = [design.zones, design.components, design.links, design.flows]
    .flatMap((all) => [...all.keys()])
    .filter((name) => !left.has(name));
  const decisions = design.decisions
    .map((one) => ({ ...one, targets: one.targets.filter(({ reach, name }) => reach === 'every' || !gone.includes(name)) }))
    .filter(({ targets }) => targets.length > 0);
  return {
    ...design,
    design: body(design.design),
    zones: new Map([...zones].map(([name, one]) => [name, { ...one, zone: within(one.zone) }])),
    components,
    data: table(design.data),
    links,
    flows,
    decisions,
  };
}

describe('a design with phases', function () {
  this.timeout(0);

  it('is on a day what it would be if the rest were not written', async () => {
    const random = randomFrom(seed);
    const designs = shuffled((await realDesigns()).filter(isWhole), random).slice(0, sampled);
    const workspace = await createWorkspace({});
    const own = workspace.uri('own.meter').toString();
    const read = async (text: string): Promise<Architecture> => {
      await workspace.update('own.meter', text);
      assert.deepEqual(syntaxErrors(workspace), []);
      return workspace.shared.meter.Designs.all().find(({ files }) => files[0] === own)!;
    };
    let differing = 0;
    for (const design of designs) {
      const { whole, at } = withPhases(design, random);
      const { Designs } = workspace.shared.meter;
      const phased = await read(asDesign(whole));
      const views = asked.map((day) => verdictsOn(Designs.on(day, phased)));
      for (const [index, told] of views.entries()) {
        const text = asDesign(at(index - 1));
        assert.deepEqual(told, verdictsOn(await read(text)), `${calledBy(design)} on ${asked[index]}`);
      }
      if (new Set(views.map((told) => told.join())).size > 2) differing++;
    }
    assert.ok(differing > designs.length / 2, 'phases that change nothing show nothing');
  });
});
