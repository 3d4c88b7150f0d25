import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Scene } from '../scene/scene.js';
import { contentOf, type Content } from './content.js';
import { elkGraph } from './elk-graph.js';
import { headsOf } from './heads.js';
import { formerOf, hasSameBoxes, isTangled, type Former } from './former.js';
import type { LaidOut, LaidOutEdge, LaidOutNode, Point, Rectangle } from './laid-out.js';
import { rounded } from './rows.js';
import { margin, surround } from './surround.js';

/** How often zones are widened for their heads before a head stands where lines cross it. */
const mostRounds = 3;

/**
 * Gives everything in a scene its place. The layout library is loaded when the first picture is asked for.
 * @param former of the picture before an edit: what the edit does not concern stays beside what it stood beside, unless lines would cross
 * far more often than they have to. Without it, equal scenes have equal places, whatever was drawn before.
 */
export async function layOut(scene: Scene, former?: Former): Promise<LaidOut> {
  if (former === undefined || (former.isAnew && hasSameBoxes(scene, former))) return placed(scene, undefined);
  const laidOut = await placed(scene, former);
  if (!isTangled(laidOut, former.crossings)) return { ...laidOut, former: former.crossings };
  const anew = await placed(scene, undefined);
  const { crossings } = formerOf(anew);
  return isTangled(laidOut, crossings) ? anew : { ...laidOut, former: crossings };
}

async function placed(scene: Scene, former: Former | undefined): Promise<LaidOut> {
  const { default: module } = await import('elkjs/lib/elk.bundled.js');
  const elk = new module.default();
  const contents = new Map(scene.nodes.map((node) => [node.id, contentOf(node)]));
  const shift = new Map<string, number>();
  for (let round = 1; ; round++) {
    const graph = await elk.layout(elkGraph(scene, contents, shift, former));
    const places = rectangles(graph);
    const edges = polylines(graph, scene);
    const { at, lacking } = headsOf(scene, contents, places, edges);
    if (lacking.size > 0 && round < mostRounds) {
      for (const [zone, width] of lacking) shift.set(zone, (shift.get(zone) ?? 0) + width);
      continue;
    }
    const nodes = scene.nodes.map((node): LaidOutNode => {
      const { x, y, width, height } = places.get(node.id)!;
      const origin = at.get(node.id) ?? { x, y };
      return { node, x, y, width, height, content: moved(contents.get(node.id)!, origin) };
    });
    return surround(scene, nodes, edges);
  }
}

function moved({ content }: Content, { x, y }: Point): LaidOutNode['content'] {
  return content.map((one) => ({ ...one, x: rounded(one.x + x), y: rounded(one.y + y) }));
}

function rectangles(graph: ElkNode): Map<string, Rectangle> {
  const found = new Map<string, Rectangle>();
  const visit = (node: ElkNode): void => {
    for (const child of node.children ?? []) {
      const { id, x = 0, y = 0, width = 0, height = 0 } = child;
      found.set(id, { x: rounded(x + margin.x), y: rounded(y + margin.y), width: rounded(width), height: rounded(height) });
      visit(child);
    }
  };
  visit(graph);
  return found;
}

function polylines(graph: ElkNode, scene: Scene): LaidOutEdge[] {
  const sections = new Map((graph.edges ?? []).map(({ id, sections: all }) => [id, all?.[0]]));
  return scene.edges.flatMap((edge) => {
    const section = sections.get(edge.id);
    if (section === undefined) return [];
    const { startPoint, bendPoints = [], endPoint } = section;
    const points = [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: rounded(x + margin.x), y: rounded(y + margin.y) }));
    return [{ edge, points: straightened(points) }];
  });
}

/** So many pixels nobody sees, and lines beside each other are farther apart: a box of the usual width has ends of 30 lines that are. */
const slip = 4;

/** Lines go up, down, left and right: what goes askew was shifted, by more than a slip where many lines end at a box, and goes back. */
const shift = 12;

function squared(last: Point, point: Point): Point {
  const [across, down] = [Math.abs(point.x - last.x), Math.abs(point.y - last.y)];
  const isShifted = (small: number, large: number) => small <= slip || (small <= shift && small < large);
  return { x: isShifted(across, down) ? last.x : point.x, y: isShifted(down, across) ? last.y : point.y };
}

/** Where a line passes the trust boundary of a zone, ELK may shift it by a few pixels; what is straight has no point in between. */
function straightened(points: readonly Point[]): Point[] {
  const straight: Point[] = [];
  for (const point of points) {
    const last = straight.at(-1);
    const { x, y } = last === undefined ? point : squared(last, point);
    const before = straight.at(-2);
    const isBetween =
      last !== undefined && before !== undefined && ((before.x === last.x && last.x === x) || (before.y === last.y && last.y === y));
    if (isBetween) straight.pop();
    if (last === undefined || last.x !== x || last.y !== y) straight.push({ x, y });
  }
  return straight;
}
