import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Scene } from '../scene/scene.js';
import type { Content } from './content.js';
import type { Former } from './former.js';

/** From the field at the top to other organisations at the bottom: a page and the half of a window beside a text are higher than wide. */
const options: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  // Small edits move little where what is equal keeps the order of its declaration.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.strategy': 'LAYER_SWEEP',
};

/**
 * Beside what was beside it before: ELK takes the former places for the order within a layer only. Its other interactive strategies were
 * tried: layers from former places make a picture half as high again and move more, and so does the former direction of cycles.
 */
const asBefore: LayoutOptions = { 'elk.layered.crossingMinimization.semiInteractive': 'true' };

/** Zones that no line leaves stand in rows, about as high as they are wide all together. */
const inRows: LayoutOptions = {
  'elk.algorithm': 'rectpacking',
  'elk.aspectRatio': '1',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '24',
};

const padding = 14;

/** The scene as ELK reads it; `shift` says how far the content of a zone is moved to the right, so that its head has room. */
export function elkGraph(
  scene: Scene,
  contents: ReadonlyMap<string, Content>,
  shift: ReadonlyMap<string, number>,
  former: Former | undefined,
): ElkNode {
  const parents = new Map(scene.nodes.map(({ id, parent }) => [id, parent]));
  const isApart = scene.edges.length > 0 && scene.edges.every(({ from, to }) => isClosed(from, to, parents));
  const kept: LayoutOptions = { ...(isApart ? options : {}), ...(former === undefined ? {} : asBefore) };
  const nodes = new Map<string | undefined, ElkNode>([
    [undefined, { id: 'picture', layoutOptions: isApart ? inRows : { ...options, ...kept }, children: [] }],
  ]);
  const hasChildren = new Set(scene.nodes.map(({ parent }) => parent));
  const later: ElkNode[] = [];
  for (const { id, sort } of scene.nodes) {
    const { width, height } = contents.get(id)!;
    const isOpen = sort === 'zone' && hasChildren.has(id);
    const left = padding + (shift.get(id) ?? 0);
    const place = former?.places.get(id);
    const position: LayoutOptions = place === undefined ? {} : { 'elk.position': `(${place.x},${place.y})` };
    const node: ElkNode = isOpen
      ? {
          id,
          children: [],
          layoutOptions: {
            ...kept,
            ...position,
            'elk.padding': `[top=${height + 6},left=${left},bottom=${padding},right=${padding}]`,
            'elk.nodeSize.constraints': 'MINIMUM_SIZE',
            // With lines that run down, ELK reads a least size turned around.
            'elk.nodeSize.minimum': `(${height + 30},${width + 2 * padding})`,
          },
        }
      : { id, width, height, layoutOptions: position };
    nodes.set(id, node);
    later.push(node);
  }
  for (const [index, { parent }] of scene.nodes.entries()) nodes.get(parent)!.children!.push(later[index]!);
  const edges = scene.edges.map(({ id, from, to }): ElkExtendedEdge => ({ id, sources: [from], targets: [to] }));
  return { ...nodes.get(undefined)!, edges };
}

/** Whether a line stays between what stands side by side in a zone. */
function isClosed(from: string, to: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const parent = parents.get(from);
  return parent !== undefined && parent === parents.get(to);
}
