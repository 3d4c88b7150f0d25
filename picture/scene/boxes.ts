import type { Folded } from './folds.js';

/** A zone or component on its way to becoming a box; `kind` says which siblings are of one sort. */
export interface Item {
  readonly name: string;
  readonly isZone: boolean;
  readonly kind: string;
  /** The zone around it; never itself, not even over others. */
  readonly parent: string | undefined;
}

/** What is drawn as one box: an open zone, a component, a closed zone, or several of one sort. */
export interface Box {
  readonly id: string;
  readonly sort: 'zone' | 'component' | 'closed' | 'several';
  /** The open zone around it. */
  readonly parent: string | undefined;
  /** Itself first; of what is drawn as one, all within, zones and components. */
  readonly items: readonly Item[];
  /** What would stand in its place if it were open. */
  readonly members: readonly Item[];
}

interface Branch {
  readonly item: Item | undefined;
  readonly up: Branch | undefined;
  readonly depth: number;
  children: Branch[];
  isClosed: boolean;
  /** Several that are drawn as one. */
  several: readonly Branch[];
  /** How many boxes it comes to. */
  size: number;
}

/** So many siblings of one sort say nothing by standing beside each other. */
const manySiblings = 4;

/**
 * Which boxes are drawn. Zones that are closed are one box; where more than `most` boxes are left, what does least harm goes first: siblings
 * of one kind become one box, then zones close from the innermost out, then what stands outside of all zones is put together. What is kept has its own box all the same.
 */
export function boxesOf(items: readonly Item[], { closed, kept }: Folded, most: number): Box[] {
  const root = treeOf(items, closed);
  if (root.size > most) gather(manySiblings, everyBranch(root), kept);
  if (root.size > most) closeZones(root, most, kept);
  if (root.size > most) gather(2, [root], kept);
  if (root.size > most) gatherLast(root, most, kept);
  const boxes: Box[] = [];
  collect(root, undefined, boxes);
  return boxes;
}

function treeOf(items: readonly Item[], closed: ReadonlySet<string>): Branch {
  const root: Branch = { item: undefined, up: undefined, depth: 0, children: [], isClosed: false, several: [], size: 0 };
  const inside = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const own = inside.get(item.parent);
    if (own === undefined) inside.set(item.parent, [item]);
    else own.push(item);
  }
  const grow = (branch: Branch): void => {
    for (const item of inside.get(branch.item?.name) ?? []) {
      const isClosed = item.isZone && closed.has(item.name);
      const child: Branch = { item, up: branch, depth: branch.depth + 1, children: [], isClosed, several: [], size: 1 };
      branch.children.push(child);
      if (item.isZone) grow(child);
    }
    const size = branch.children.reduce((sum, child) => sum + child.size, 0);
    branch.size = branch.isClosed ? 1 : Math.max(1, size);
  };
  grow(root);
  return root;
}

/** Puts siblings of one sort together: everywhere, so that what is alike looks alike. */
function gather(least: number, parents: readonly Branch[], kept: Folded['kept']): void {
  const sets = parents.flatMap((parent) => {
    const byKind = new Map<string, Branch[]>();
    for (const child of parent.children) {
      if (child.item === undefined || kept.has(child.item.name) || (child.item.isZone && !child.isClosed)) continue;
      const key = `${child.item.isZone} ${child.item.kind}`;
      const own = byKind.get(key);
      if (own === undefined) byKind.set(key, [child]);
      else own.push(child);
    }
    return [...byKind.values()].filter((set) => set.length >= least).map((set) => ({ parent, set }));
  });
  for (const { parent, set } of sets) {
    const gone = new Set(set);
    parent.children = parent.children.flatMap((child) => (child === set[0] ? [several(parent, set)] : gone.has(child) ? [] : [child]));
    shrink(parent, set.length - 1);
  }
}

/** What comes last stands for all others where nothing else is left to put together. */
function gatherLast(root: Branch, most: number, kept: Folded['kept']): void {
  const last = root.children.slice(most - 1).filter(({ item }) => item === undefined || !kept.has(item.name));
  if (last.length < 2) return;
  const gone = new Set(last);
  root.children = [...root.children.filter((child) => !gone.has(child)), several(root, last)];
}

function several(up: Branch, set: readonly Branch[]): Branch {
  return { item: undefined, up, depth: up.depth + 1, children: [], isClosed: false, several: set, size: 1 };
}

function closeZones(root: Branch, most: number, kept: Folded['kept']): void {
  const isFree = ({ item, isClosed, size }: Branch) => item?.isZone === true && !kept.has(item.name) && !isClosed && size > 1;
  const zones = everyBranch(root).filter(isFree);
  for (const zone of zones.sort((one, other) => other.depth - one.depth || other.size - one.size)) {
    if (root.size <= most) return;
    zone.isClosed = true;
    shrink(zone, zone.size - 1);
  }
}

function shrink(from: Branch, by: number): void {
  for (let branch: Branch | undefined = from; branch !== undefined; branch = branch.up) branch.size -= by;
}

/** A branch and all open ones in it. */
function everyBranch(branch: Branch): Branch[] {
  return branch.isClosed ? [branch] : [branch, ...branch.children.flatMap(everyBranch)];
}

function collect(branch: Branch, parent: string | undefined, boxes: Box[]): void {
  for (const child of branch.children) {
    const { item } = child;
    if (item === undefined) {
      const items = child.several.flatMap(allItems);
      boxes.push({ id: `several:${items[0]!.name}`, sort: 'several', parent, items, members: membersOf(child) });
    } else if (child.isClosed) {
      boxes.push({ id: `zone:${item.name}`, sort: 'closed', parent, items: allItems(child), members: [item] });
    } else {
      const id = `${item.isZone ? 'zone' : 'component'}:${item.name}`;
      boxes.push({ id, sort: item.isZone ? 'zone' : 'component', parent, items: [item], members: [item] });
      collect(child, id, boxes);
    }
  }
}

function membersOf({ item, several: set }: Branch): Item[] {
  return item === undefined ? set.flatMap(membersOf) : [item];
}

function allItems({ item, children, several: set }: Branch): Item[] {
  return [...(item === undefined ? [] : [item]), ...set.flatMap(allItems), ...children.flatMap(allItems)];
}
