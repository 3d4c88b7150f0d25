import type { Severity } from '../../language/model/index.js';
import { colours, type DrawnShape, type DrawnZone, type Graph } from './graph.js';

/** A drawing for Mermaid, which GitHub, GitLab and many wikis show: zones are subgraphs, links arrows, flows dotted ones. */
export function toMermaid(graph: Graph): string {
  const marked = [...graph.zones.flatMap(boxesOf), ...graph.components.map((one) => ({ id: idOf('c', one.name), ...one }))];
  return [
    'flowchart LR',
    `  accTitle: ${plain(graph.lines.join(', '))}`,
    ...graph.zones.flatMap((zone) => zoneLines(zone, '  ')),
    ...graph.components.map((one) => `  ${boxOf(one)}`),
    ...graph.arrows.map((arrow) => {
      const line = arrow.isFlow ? '-.->' : arrow.twoWay ? '<-->' : '-->';
      return `  ${idOf('c', arrow.from)} ${line}|${labelOf(arrow)}| ${idOf('c', arrow.to)}`;
    }),
    ...Object.entries(colours).flatMap(([severity, colour]) => {
      const ids = marked.filter((one) => one.severity === (severity as Severity)).map(({ id }) => id);
      return ids.length === 0 ? [] : [`  classDef ${severity} stroke:${colour},stroke-width:2px`, `  class ${ids.join(',')} ${severity}`];
    }),
    '',
  ].join('\n');
}

function zoneLines(zone: DrawnZone, indent: string): string[] {
  const inner = `${indent}  `;
  return [
    `${indent}subgraph ${idOf('z', zone.name)}[${labelOf(zone)}]`,
    ...zone.zones.flatMap((one) => zoneLines(one, inner)),
    ...zone.components.map((one) => `${inner}${boxOf(one)}`),
    `${indent}end`,
  ];
}

function boxesOf(zone: DrawnZone): (DrawnShape & { readonly id: string })[] {
  return [
    { id: idOf('z', zone.name), ...zone },
    ...zone.components.map((one) => ({ id: idOf('c', one.name), ...one })),
    ...zone.zones.flatMap(boxesOf),
  ];
}

function boxOf(one: DrawnShape): string {
  return `${idOf('c', one.name)}[${labelOf(one)}]`;
}

/** Names may be words of Mermaid, such as `end`, and hold what its arrows are made of. */
function idOf(sort: 'c' | 'z', name: string): string {
  return `${sort}_${name.replaceAll(/[^A-Za-z0-9]/gu, (one) => `_${one.codePointAt(0)!.toString(16)}_`)}`;
}

function labelOf({ lines }: DrawnShape): string {
  return `"${lines.map(escaped).join('<br/>')}"`;
}

/** Of ASCII only what can neither end a label nor begin Markdown, HTML, an entity or a directive stands as it is. */
function escaped(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9 .,:/()\u0080-\u{10FFFF}-]/gu, (one) => `#${one.codePointAt(0)};`);
}

/** Outside of quotes nothing is read as an entity, so that marks are left out. */
function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9 .,()\u0080-\u{10FFFF}-]/gu, ' ');
}
