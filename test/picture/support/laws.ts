import type { LaidOut, LaidOutNode, PlacedMark, Point, Rectangle } from '../../../picture/index.js';
import { fonts } from '../../../picture/layout/content.js';
import { textWidth } from '../../../picture/layout/widths.js';

/** What is wrong with a picture: nothing, where everything in it can be read. */
export function faultsOf(picture: LaidOut): string[] {
  return [
    ...overlaps(picture),
    ...outsideOfZones(picture),
    ...throughBoxes(picture),
    ...brokenWords(picture),
    ...behindWords(picture),
    ...outsideOfPicture(picture),
    ...crooked(picture),
  ];
}

function overlaps({ nodes, rows }: LaidOut): string[] {
  const found: string[] = [];
  const byParent = new Map<string | undefined, LaidOutNode[]>();
  for (const one of nodes) byParent.set(one.node.parent, [...(byParent.get(one.node.parent) ?? []), one]);
  for (const siblings of byParent.values()) {
    for (const [index, one] of siblings.entries()) {
      for (const other of siblings.slice(index + 1)) if (meet(one, other)) found.push(`${one.node.id} overlaps ${other.node.id}`);
    }
  }
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) if (meet(one, other)) found.push(`row ${one.id} overlaps row ${other.id}`);
    for (const { node, ...other } of nodes) if (meet(one, other)) found.push(`row ${one.id} overlaps ${node.id}`);
  }
  return found;
}

function outsideOfZones({ nodes }: LaidOut): string[] {
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  return nodes.flatMap((one) => {
    const zone = one.node.parent === undefined ? undefined : byId.get(one.node.parent)!;
    return zone === undefined || contains(zone, one) ? [] : [`${one.node.id} leaves ${zone.node.id}`];
  });
}

function throughBoxes({ nodes, edges }: LaidOut): string[] {
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  const around = (id: string | undefined): string[] => (id === undefined ? [] : [id, ...around(byId.get(id)?.node.parent)]);
  return edges.flatMap(({ edge, points }) => {
    const own = new Set([...around(edge.from), ...around(edge.to)]);
    return nodes
      .filter(({ node }) => !own.has(node.id))
      .filter((one) => points.slice(1).some((to, index) => meet(one, strip(points[index]!, to))))
      .map(({ node }) => `${edge.id} runs through ${node.id}`);
  });
}

/** Words and signs of a box stand within it, and the head of an open zone beside all that is in the zone. */
function brokenWords({ nodes, rows }: LaidOut): string[] {
  return [
    ...nodes.flatMap((one) =>
      one.content.flatMap((placed) => (contains(one, room(placed)) ? [] : [`${wordsOf(placed)} leaves ${one.node.id}`])),
    ),
    ...rows.flatMap((one) =>
      one.content.flatMap((placed) =>
        contains({ ...one, y: one.y - 4, height: one.height + 8 }, room(placed)) ? [] : [`${wordsOf(placed)} leaves row ${one.id}`],
      ),
    ),
    ...nodes
      .filter(({ node }) => node.sort === 'zone')
      .flatMap(({ node, content }) =>
        nodes
          .filter((other) => other.node.parent === node.id)
          .flatMap((other) =>
            content.flatMap((placed) => (meet(other, room(placed)) ? [`${other.node.id} stands on ${wordsOf(placed)} of ${node.id}`] : [])),
          ),
      ),
  ];
}

/** No line runs through words. */
function behindWords({ nodes, edges }: LaidOut): string[] {
  return edges.flatMap(({ edge, points }) =>
    nodes.flatMap(({ node, content }) =>
      content.flatMap((placed) =>
        points.slice(1).some((to, index) => meet(room(placed), strip(points[index]!, to)))
          ? [`${edge.id} runs behind ${wordsOf(placed)} of ${node.id}`]
          : [],
      ),
    ),
  );
}

function outsideOfPicture({ width, height, nodes, rows, heading, edges }: LaidOut): string[] {
  const all = { x: 0, y: 0, width, height };
  return [
    ...[...nodes.map((one) => ({ id: one.node.id, ...one })), ...rows].flatMap((one) => (contains(all, one) ? [] : [`${one.id} is cut`])),
    ...heading.flatMap((placed) => (contains(all, room(placed)) ? [] : [`${wordsOf(placed)} is cut`])),
    ...edges.flatMap(({ edge, points }) =>
      points.every((point) => contains(all, { ...point, width: 0, height: 0 })) ? [] : [`${edge.id} is cut`],
    ),
  ];
}

/** Lines run down and across only. */
function crooked({ edges }: LaidOut): string[] {
  return edges.flatMap(({ edge, points }) => {
    const isStraight = points.slice(1).every((to, index) => to.x === points[index]!.x || to.y === points[index]!.y);
    return isStraight ? [] : [`${edge.id} is crooked: ${points.map(({ x, y }) => `${x} ${y}`).join(', ')}`];
  });
}

/** The room that something small takes. */
function room(placed: PlacedMark): Rectangle {
  const { x, y } = placed;
  if (placed.sort === 'text') {
    const [size, isBold] = fonts[placed.style];
    return { x, y: y - size * 0.8, width: textWidth(placed.text, size, isBold), height: size };
  }
  if (placed.sort === 'badge') return { x, y, width: placed.width, height: 12 };
  if (placed.sort === 'line') return { x, y: y - 3, width: placed.width, height: 6 };
  const side = placed.sort === 'icon' ? 24 : 12;
  return { x, y, width: side, height: side };
}

function wordsOf(placed: PlacedMark): string {
  return placed.sort === 'text' ? `'${placed.text}'` : placed.sort;
}

function strip(from: Point, to: Point): Rectangle {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
}

/** Whether two overlap by more than what rounding brings. */
function meet(one: Rectangle, other: Rectangle): boolean {
  const grain = 0.2;
  return (
    one.x + one.width > other.x + grain &&
    other.x + other.width > one.x + grain &&
    one.y + one.height > other.y + grain &&
    other.y + other.height > one.y + grain
  );
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  const grain = 0.2;
  return (
    inner.x >= outer.x - grain &&
    inner.y >= outer.y - grain &&
    inner.x + inner.width <= outer.x + outer.width + grain &&
    inner.y + inner.height <= outer.y + outer.height + grain
  );
}
