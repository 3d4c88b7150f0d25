import type { Component, Zone } from '../../language/model/index.js';
import { lookOf, type KindLook } from '../icons/table.js';
import { ours } from '../../review/ours.js';
import { counting, firstKindWords, elementLabel, numberWords, plain } from '../words.js';
import type { Box } from './boxes.js';
import type { DrawnReview } from './context.js';
import type { Mark, SceneNode } from './scene.js';

/** A box with what stands on it. `inside` names the links and other elements that are counted in it. */
export function nodeOf(box: Box, inside: readonly string[], context: DrawnReview): SceneNode {
  const { zones, components } = context.architecture;
  const [first] = box.items;
  const zone = first!.isZone ? zones.get(first!.name) : undefined;
  if (box.sort === 'zone') return zoneNode(box, zone!, context);
  if (box.sort === 'component') return componentNode(box, components.get(first!.name)!, context);
  return groupNode(box, zone, inside, context);
}

function zoneNode({ id, parent }: Box, zone: Zone, context: DrawnReview): SceneNode {
  const { catalogue } = context.architecture;
  const isOutside = ours(context.evaluator.facts, zone) === 0;
  return {
    id,
    sort: 'zone',
    parent,
    title: elementLabel(zone),
    kind: firstKindWords(zone.kinds, catalogue.zoneKinds),
    icon: undefined,
    marks: context.marks([zone.name], false),
    badges: context.badges([zone.name]),
    outside: isOutside,
    aside: false,
    depth: 0,
    elements: [zone.name],
  };
}

function componentNode({ id, parent }: Box, component: Component, context: DrawnReview): SceneNode {
  const { icon, depth } = look(component, context);
  const outside = context.outside(component);
  const many = context.devices(component);
  return {
    id,
    sort: 'component',
    parent,
    title: elementLabel(component),
    kind: firstKindWords(component.kinds, context.architecture.catalogue.componentKinds),
    icon,
    marks: [
      ...(many > 1 ? [{ sort: 'number' as const, words: `${numberWords(many)} of them` }] : []),
      ...(outside === undefined ? [] : [outside]),
      ...context.marks([component.name], false),
    ],
    badges: context.badges([component.name]),
    outside: outside !== undefined,
    aside: context.isAside([component.name]),
    depth,
    elements: [component.name],
  };
}

function groupNode(box: Box, zone: Zone | undefined, inside: readonly string[], context: DrawnReview): SceneNode {
  const { zones, components, links, catalogue } = context.architecture;
  const own = box.items.flatMap(({ isZone, name }) => (isZone ? [] : [components.get(name)!]));
  const elements = [...box.items.map(({ name }) => name), ...inside];
  const zoneCount = box.items.filter(({ isZone }) => isZone).length - (box.sort === 'closed' ? 1 : 0);
  const looks = own.map((one) => look(one, context));
  const kinds = new Set(own.map((one) => firstKindWords(one.kinds, catalogue.componentKinds)));
  const words = [
    ...(zoneCount === 0 ? [] : [counting(zoneCount, 'zone')]),
    ...(own.length === 0 || (kinds.size === 1 && box.sort === 'several') ? [] : [counting(own.length, 'component')]),
    ...(inside.some((name) => links.has(name)) ? [`${counting(inside.filter((name) => links.has(name)).length, 'link')} inside`] : []),
  ];
  const isOutside = own.length > 0 && own.every((one) => context.outside(one) !== undefined);
  const title =
    zone !== undefined && box.sort === 'closed'
      ? elementLabel(zone)
      : `${numberWords(box.items.length)} × ${sortWords(box, [...kinds], context)}`;
  return {
    id: box.id,
    sort: 'group',
    parent: box.parent,
    title,
    kind:
      box.sort === 'closed'
        ? firstKindWords(zone!.kinds, catalogue.zoneKinds)
        : groupNames(own.length > 0 ? own : [...zones.values()], box),
    icon: kinds.size === 1 ? looks[0]!.icon : undefined,
    marks: [
      ...words.map((one): Mark => ({ sort: 'number', words: one })),
      ...(isOutside ? [{ sort: 'outside' as const, words: 'outside' }] : []),
      ...context.marks(elements, true),
    ],
    badges: context.badges(elements),
    outside: isOutside,
    aside: context.isAside(elements),
    depth: looks.length === 0 ? 2 : Math.round(looks.reduce((sum, { depth }) => sum + depth, 0) / looks.length),
    elements,
  };
}

function sortWords(box: Box, kinds: readonly string[], { architecture }: DrawnReview): string {
  if (kinds.length === 1 && !box.items[0]!.isZone) return kinds[0]!;
  const zone = box.items[0]!.isZone ? architecture.zones.get(box.items[0]!.name) : undefined;
  return zone === undefined ? 'others' : firstKindWords(zone.kinds, architecture.catalogue.zoneKinds);
}

function groupNames(all: readonly { readonly name: string; readonly title: string | undefined }[], { items }: Box): string {
  const names = new Set(items.map(({ name }) => name));
  const [first] = all.filter(({ name }) => names.has(name));
  return first === undefined ? '' : plain(`${elementLabel(first)} and others`);
}

function look(component: Component, { architecture }: DrawnReview): KindLook {
  return lookOf(component.kinds, architecture.catalogue.componentKinds);
}
