import type * as ast from '../generated/ast.js';
import type { Component, Decision, Design, Element, Layer, Link, Stored, Variant } from '../model/architecture.js';
import { written } from '../parsing/written.js';
import type { ModelPart } from '../source/map.js';
import type { DesignFile } from './architecture.js';
import { distinct, readBody, referredNames, storing, type Body } from './body.js';
import { readElement, readLayers, type WrittenElement, type WrittenFlow } from './elements.js';
import type { OriginNotes } from './origins.js';
import { documentationOf } from './range.js';

/** What a variant says, as its own file has it. */
export interface WrittenVariant {
  readonly variant: Variant;
  readonly added: readonly WrittenElement[];
  readonly changes: readonly WrittenChange[];
}

/** What an element says otherwise. */
export interface WrittenChange {
  readonly subject: string;
  readonly body: Body;
  /** In place of all layers that it has; none where nothing is said of them. */
  readonly layers: readonly Layer[];
  readonly without: {
    readonly controls: readonly string[];
    readonly mechanisms: readonly string[];
    readonly data: readonly string[];
    readonly attributes: readonly string[];
  };
}

export function readVariant(origins: OriginNotes, node: ast.Variant): WrittenVariant {
  const added = node.additions.flatMap(({ element }) =>
    written(written(element)?.name) === undefined ? [] : [readElement(origins, element)],
  );
  const changes = node.changes.flatMap((change) => readChange(origins, change));
  const variant: Variant = {
    name: node.name,
    title: node.title,
    documentation: documentationOf(node),
    file: origins.uri,
    design: referredNames(node.designs)[0],
    added: distinct(added.map(({ name }) => name)),
    changed: distinct(changes.map(({ subject }) => subject)),
    takenAway: referredNames(node.removals.flatMap(({ subjects }) => subjects)),
    costs: node.costs
      .filter(({ currency }) => written(currency) !== undefined)
      .map(({ amount, currency, subjects }) => ({ amount, currency, parts: referredNames(subjects) })),
    notes: node.notes.map(({ text }) => text),
  };
  return { variant: origins.at(variant, node), added, changes };
}

function readChange(origins: OriginNotes, change: ast.Change): WrittenChange[] {
  const subject = written(change.subject)?.$refText;
  if (subject === undefined || subject === '') return [];
  const { removals } = change;
  return [
    {
      subject,
      body: readBody(origins, change.body),
      layers: readLayers(origins, change.layers),
      without: {
        controls: referredNames(removals.flatMap(({ controls }) => controls)),
        mechanisms: referredNames(removals.flatMap(({ mechanisms }) => mechanisms)),
        data: referredNames(removals.flatMap(({ data }) => data)),
        attributes: referredNames(removals.flatMap(({ attributes }) => attributes)),
      },
    },
  ];
}

/**
 * The files of a design as they would be with a variant, in which order its statements stand is all the same: what is taken away goes first, then what
 * is added comes, then what is changed changes. `from` is told of each part that is a copy.
 */
export function filesWith(
  { variant, added, changes }: WrittenVariant,
  files: readonly DesignFile[],
  from: (copy: ModelPart, original: ModelPart) => void,
): DesignFile[] {
  const copied = <P extends ModelPart>(original: P, copy: P): P => {
    from(copy, original);
    return copy;
  };
  const changed = <E extends WrittenElement | Design>(element: E): E => {
    const own = changes.filter(({ subject }) => subject === element.name);
    return own.length === 0 ? element : copied(element, own.reduce(withChange, element));
  };
  const taken = new Set(variant.takenAway);
  const stays = (name: string) => !taken.has(name) || variant.added.includes(name);
  const left = (element: WrittenElement): WrittenElement[] => {
    if (taken.has(element.name)) return [];
    const ends = element.sort === 'link' ? endsLeft(element, stays) : element.sort === 'flow' ? stopsLeft(element, stays) : element;
    if (ends === undefined) return [];
    return [changed(ends === element ? element : copied(element, ends))];
  };
  const decided = (one: Decision): Decision[] => {
    const targets = one.targets.filter(({ reach, name }) => reach === 'every' || stays(name));
    if (targets.length === one.targets.length) return [one];
    return targets.length === 0 ? [] : [copied(one, { ...one, targets })];
  };
  const own = files.map(({ reading, ...file }, index) => ({
    ...file,
    reading: {
      ...reading,
      design: index === 0 ? changed(reading.design) : reading.design,
      elements: reading.elements.flatMap(left),
      decisions: reading.decisions.flatMap(decided),
      order: reading.order.filter((name) => !taken.has(name)),
    },
  }));
  if (added.length === 0) return own;
  const { design } = files[0]!.reading;
  const reading = {
    design: { ...design, implicit: true },
    elements: added.map(changed),
    unfinished: new Set<string>(),
    decisions: [],
    phases: [],
    variants: [],
    order: variant.added,
  };
  return [...own, { uri: variant.file, reading, mayDecide: true }];
}

/** A link at what is no longer there goes with the last component at one of its ends. */
function endsLeft(link: Link, stays: (name: string) => boolean): Link | undefined {
  const { sources, targets, openedBy } = link;
  if ([...sources, ...targets, ...openedBy].every(stays)) return link;
  const ends = { sources: sources.filter(stays), targets: targets.filter(stays), openedBy: openedBy.filter(stays) };
  return ends.sources.length === 0 || ends.targets.length === 0 ? undefined : { ...link, ...ends };
}

/** A stop of which nothing would be left keeps its names: that its flow has to go, too, is told as a mistake. */
function stopsLeft(flow: WrittenFlow, stays: (name: string) => boolean): WrittenFlow {
  if (flow.stops.flat().every(stays)) return flow;
  return { ...flow, stops: flow.stops.map((stop) => (stop.some(stays) ? stop.filter(stays) : stop)) };
}

function withChange<E extends WrittenElement | Design>(element: E, { body, layers, without }: WrittenChange): E {
  const isSaid = <T>(all: readonly T[], key: (one: T) => string) => {
    const names = new Set(all.map(key));
    return (one: T) => names.has(key(one));
  };
  const value = isSaid(body.settings, ({ attribute }) => attribute);
  const control = isSaid(body.controls, (one) => one.control);
  const mechanism = isSaid(body.mechanisms, (one) => one.mechanism);
  const changed: Partial<Element> = {
    settings: [...element.settings.filter((one) => !value(one) && !without.attributes.includes(one.attribute)), ...body.settings],
    controls: [...element.controls.filter((one) => !control(one) && !without.controls.includes(one.control)), ...body.controls],
    mechanisms: [...element.mechanisms.filter((one) => !mechanism(one) && !without.mechanisms.includes(one.mechanism)), ...body.mechanisms],
    notes: [...element.notes, ...body.notes],
  };
  const whole = { ...element, ...changed, ...('layers' in element && layers.length > 0 ? { layers } : {}) };
  return whole.sort === 'component' ? { ...whole, ...storesWithChange(whole, body.stores, without.data) } : whole;
}

function storesWithChange({ stores, stored }: Component, changed: readonly Stored[], without: readonly string[]): Partial<Component> {
  const isLeft = ({ data }: Stored) => !without.includes(data) && !changed.some((one) => one.data === data);
  const before: readonly Stored[] = stored ?? stores.map((data) => ({ data }));
  const parts = [...before.filter(isLeft), ...changed];
  return { ...storing(parts), ...(stored === undefined ? {} : { stored: parts }) };
}
