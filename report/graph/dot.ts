import { colours, type Arrow, type DrawnShape, type DrawnZone, type Graph } from './graph.js';

/** A drawing for Graphviz: zones are clusters, links arrows, flows dashed ones. */
export function toDot(graph: Graph): string {
  return [
    `digraph ${quoted(graph.name)} {`,
    `  graph [label=${labelOf(graph)}, labelloc=t, rankdir=LR, fontname="sans-serif"];`,
    '  node [shape=box, fontname="sans-serif"];',
    '  edge [fontname="sans-serif"];',
    ...graph.zones.flatMap((zone) => zoneLines(zone, '  ')),
    ...graph.components.map((one) => `  ${boxOf(one)}`),
    ...graph.arrows.map((arrow) => `  ${arrowOf(arrow)}`),
    '}',
    '',
  ].join('\n');
}

function zoneLines(zone: DrawnZone, indent: string): string[] {
  const inner = `${indent}  `;
  // A cluster without a node is not drawn.
  const isEmpty = zone.zones.length + zone.components.length === 0;
  return [
    `${indent}subgraph ${quoted(`cluster_${zone.name}`)} {`,
    `${inner}graph [label=${labelOf(zone)}${coloured(zone)}];`,
    ...(isEmpty ? [`${inner}${quoted(`in ${zone.name}`)} [shape=point, style=invis];`] : []),
    ...zone.zones.flatMap((one) => zoneLines(one, inner)),
    ...zone.components.map((one) => `${inner}${boxOf(one)}`),
    `${indent}}`,
  ];
}

function boxOf(one: DrawnShape): string {
  return `${quoted(one.name)} [label=${labelOf(one)}${coloured(one)}];`;
}

function arrowOf(arrow: Arrow): string {
  const way = arrow.twoWay ? ', dir=both' : '';
  const dashed = arrow.isFlow ? ', style=dashed' : '';
  return `${quoted(arrow.from)} -> ${quoted(arrow.to)} [label=${labelOf(arrow)}${way}${dashed}${coloured(arrow)}];`;
}

function coloured({ severity }: DrawnShape): string {
  return severity === undefined ? '' : `, color="${colours[severity]}", penwidth=2`;
}

function labelOf({ lines }: DrawnShape): string {
  return `"${lines.map(escaped).join('\\n')}"`;
}

function quoted(name: string): string {
  return `"${escaped(name)}"`;
}

/** A backslash would begin an escape such as `\\G`, which stands for the graph's name. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
