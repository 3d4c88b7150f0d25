import type { Architecture, Zone } from '../../language/model/index.js';
import type { Assessment } from '../../review/index.js';
import { counting, elementLabel } from '../words.js';
import { boxesOf, type Box, type Item } from './boxes.js';
import { contextOf, type DrawnReview } from './context.js';
import { foldedBy } from './folds.js';
import { keptOf, type Kept } from './kept.js';
import { flowLines, linkLines } from './lines.js';
import type { Places } from './places.js';
import { nodeOf } from './nodes.js';
import { mostBoxes, type PictureOptions } from './options.js';
import { panelsOf } from './panels.js';
import type { Scene, SceneFold, SceneNode } from './scene.js';

const linesPerBox = 1.5;
const fewestBoxes = 6;

/** What the picture of a design shows: boxes, lines and words, with what its review found. The same arguments give the same scene. */
export function sceneOf(architecture: Architecture, assessment: Assessment, options: PictureOptions = {}): Scene {
  const context = contextOf(architecture, assessment, options);
  const kept = keptOf(options.only ?? {}, context.evaluator, context.found);
  const { nodes, places, links } = drawnWithin(kept, options, context);
  const flows = flowLines(places, context);
  const all = [...nodes, ...links.nodes, ...flows.nodes];
  const drawn = new Set(all.flatMap(({ elements }) => elements));
  const panels = options.lists === false ? [] : panelsOf(kept, drawn, context);
  const { design, catalogue } = architecture;
  return {
    title: elementLabel(design),
    description: describe(kept, context, options),
    marked: context.marked,
    badges: context.badges([design.name]),
    marks: context.marks([design.name], false),
    nodes: all,
    edges: [...links.edges, ...flows.edges],
    panels,
    control: (catalogue.controls.get(context.control)?.title ?? context.control).toLowerCase(),
  };
}

/** Boxes and links, with fewer boxes as long as so many lines are left that nobody could follow one. */
function drawnWithin(kept: Kept, options: PictureOptions, context: DrawnReview) {
  let most = Math.max(2, options.most ?? mostBoxes);
  const items = itemsOf(kept, context);
  const folded = foldedBy(options, items);
  for (;;) {
    const boxes = boxesOf(items, folded, most);
    const filled = new Set(boxes.map(({ parent }) => parent));
    const boxOfItem = new Map(boxes.flatMap((box) => box.items.map(({ name }) => [name, box] as const)));
    const inside = new Map<string, string[]>();
    for (const link of kept.links) {
      const ends = new Set([...link.sources, ...link.targets].flatMap((name) => boxOfItem.get(name) ?? []));
      const [box] = ends;
      if (ends.size === 1 && box!.sort !== 'component') inside.set(box!.id, [...(inside.get(box!.id) ?? []), link.name]);
    }
    const nodes = boxes.map((box) => {
      const node = nodeOf(box, inside.get(box.id) ?? [], context);
      return options.signs !== true ? node : { ...node, fold: foldOf(box, filled.has(box.id)) };
    });
    const places = placesOf(nodes, boxOfItem);
    const links = linkLines(kept.links, places, context);
    if (links.nodes.length <= most * linesPerBox || most <= fewestBoxes) return { nodes, places, links };
    most = Math.max(fewestBoxes, Math.floor(Math.min(most, boxes.length) * 0.7));
  }
}

/** An empty zone has nothing to close, and what stands for more than a picture holds is opened by searching for one of it. */
function foldOf({ sort, members }: Box, isFilled: boolean): SceneFold | undefined {
  const names = members.map(({ name }) => name);
  if (sort === 'zone') return isFilled ? { isOpen: true, names } : undefined;
  return sort === 'component' || names.length > mostBoxes ? undefined : { isOpen: false, names };
}

function itemsOf({ zones, components }: Kept, context: DrawnReview): Item[] {
  const all = context.architecture.zones;
  const kept = new Set(zones.map(({ name }) => name));
  const parentOf = (zone: string | undefined) => (zone !== undefined && kept.has(zone) && !isRound(zone, all) ? zone : undefined);
  const kindOf = ({ kinds }: { readonly kinds: readonly string[] }) => kinds.join(' ');
  return [
    ...zones.map((zone) => ({
      name: zone.name,
      isZone: true,
      kind: kindOf(zone),
      parent: isRound(zone.name, all) ? undefined : parentOf(zone.zone),
    })),
    ...components.map((one) => ({
      name: one.name,
      isZone: false,
      kind: kindOf(one),
      parent: kept.has(one.zone ?? '') ? one.zone : undefined,
    })),
  ];
}

/** Whether a zone is around itself, which a design says by mistake. */
function isRound(name: string, zones: ReadonlyMap<string, Zone>): boolean {
  const seen = new Set<string>();
  for (let zone = zones.get(name)?.zone; zone !== undefined && !seen.has(zone); zone = zones.get(zone)?.zone) {
    if (zone === name) return true;
    seen.add(zone);
  }
  return false;
}

function placesOf(nodes: readonly SceneNode[], boxes: ReadonlyMap<string, { readonly id: string }>): Places {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const component = (name: string) => byId.get(boxes.get(name)?.id ?? '');
  const around = (id: string | undefined): string[] => {
    const parent = id === undefined ? undefined : byId.get(id)?.parent;
    return parent === undefined ? [] : [parent, ...around(parent)];
  };
  return {
    component: (name) => component(name),
    openZone: (name) => {
      const node = component(name);
      return node?.sort === 'zone' ? node : undefined;
    },
    around: (all) => {
      const [first, ...rest] = all.map(({ id }) => around(id));
      return first?.find((id) => rest.every((one) => one.includes(id)));
    },
    isWithin: (id, outer) => id === outer || around(id).includes(outer),
  };
}

function describe({ zones, components, links, flows }: Kept, { architecture, evaluator }: DrawnReview, options: PictureOptions): string {
  const { facts } = evaluator;
  const sentences = [
    `${counting(zones.length, 'zone')}, ${counting(components.length, 'component')}, ${counting(links.length, 'link')} and ${counting(flows.length, 'flow')}, reviewed as of ${facts.date} against ${facts.profiles.join(', ')}.`,
    ...(options.show === undefined ? [] : [`Shown: ${wordsFor(options.show, architecture)}.`]),
    ...(options.readers === undefined ? [] : [`Who can read ${wordsFor(options.readers, architecture)}.`]),
  ];
  return sentences.join(' ');
}

/** The title of whatever has that name, with the name. */
function wordsFor(name: string, { catalogue, flows, data }: Architecture): string {
  const { requirements, threats, attacks, harms, standards, dataClasses } = catalogue;
  const tables = [flows, data, requirements, threats, attacks, harms, standards, dataClasses];
  const found = tables.flatMap((table) => table.get(name) ?? [])[0];
  return found === undefined ? name : elementLabel(found);
}
