import { iconPaths } from '../icons/paths.js';
import type { LaidOut, LaidOutEdge, LaidOutNode, LaidOutRow, PlacedMark, Point } from '../layout/laid-out.js';
import type { Badge, Protection } from '../scene/scene.js';
import { designSpoken, nodeSpoken } from '../scene/spoken.js';
import { escaped } from './escape.js';
import { badgeShapes, signOf } from './shapes.js';
import { styleOf } from './style.js';
import type { ThemeName } from './themes.js';

/** The picture as one file that fetches nothing and runs nothing; its texts can be selected, and each element has its name as `data-id`. */
export function svgOf(laidOut: LaidOut, theme: ThemeName = 'light'): string {
  const { scene, width, height, heading, nodes, edges, rows } = laidOut;
  const zones = nodes.filter(({ node }) => node.sort === 'zone');
  const boxes = nodes.filter(({ node }) => node.sort !== 'zone');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="ml-picture" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(scene.title)}</title>`,
    `<desc>${escaped(scene.description)}</desc>`,
    `<style>${styleOf(theme)}</style>`,
    `<rect class="ml-sheet" width="${width}" height="${height}"/>`,
    group('design', false, tip(designSpoken(scene)), heading),
    ...zones.map(area),
    ...edges.map(line),
    ...zones.map(({ node, content }) => group(node.id, node.aside, tip(nodeSpoken(node)), content)),
    ...boxes.map(box),
    ...rows.map(row),
    ...nodes.flatMap(({ node, content }) => content.flatMap((one) => (one.sort === 'fold' ? [fold(one, node.title)] : []))),
    '</svg>',
    '',
  ].join('\n');
}

function area({ node, x, y, width, height }: LaidOutNode): string {
  return `<rect class="ml-area${node.outside ? ' ml-foreign' : ''}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`;
}

function box({ node, x, y, width, height, content }: LaidOutNode): string {
  const frame = { x, y, width, height, class: node.outside ? 'ml-box ml-foreign' : 'ml-box' };
  const lines =
    node.sort === 'component'
      ? [rectangle(frame)]
      : node.sort === 'group'
        ? [rectangle({ ...frame, x: x + 4, y: y - 4 }), rectangle(frame)]
        : [rectangle({ ...frame, class: 'ml-bare' })];
  return group(node.id, node.aside, tip(nodeSpoken(node)) + lines.join(''), content);
}

function rectangle(one: { x: number; y: number; width: number; height: number; class: string }): string {
  return `<rect class="${one.class}" x="${one.x}" y="${one.y}" width="${one.width}" height="${one.height}" rx="4"/>`;
}

/** It is no part of its box's group: what can be pressed does not stand within something else that can. */
function fold({ id, isOpen, x, y }: Extract<PlacedMark, { sort: 'fold' }>, title: string): string {
  const words = `${isOpen ? 'Close' : 'Open'}: ${title}`;
  const path = isOpen ? 'M3.5 7h7' : 'M3.5 7h7M7 3.5v7';
  return `<g data-fold="${escaped(id)}" transform="translate(${x} ${y})"><title>${escaped(words)}</title><rect class="ml-box" width="14" height="14" rx="3"/><path class="ml-sign" d="${path}"/></g>`;
}

function row({ id, aside, spoken, content }: LaidOutRow): string {
  return group(id, aside, tip(spoken), content);
}

function group(id: string, isAside: boolean, first: string, content: readonly PlacedMark[]): string {
  return `<g data-id="${escaped(id)}"${isAside ? ' class="ml-aside"' : ''}>${first}${content.map(drawn).join('')}</g>`;
}

/** What a pointer that rests on something is told, and the name of it for whoever does not see it. */
function tip(words: string): string {
  return words === '' ? '' : `<title>${escaped(words)}</title>`;
}

function line({ edge, points }: LaidOutEdge): string {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const heads = edge.heads.map((end) => (end === 'to' ? head(points.at(-2)!, points.at(-1)!) : head(points[1]!, points[0]!)));
  const words = `<title>${edge.protection}</title>`;
  return `<g data-id="${escaped(edge.id)}"${edge.aside ? ' class="ml-aside"' : ''}>${words}${way(path, edge.protection)}${heads.join('')}</g>`;
}

/** Two lines beside each other, one, one with dots between its dashes, dots: each says by itself what protects. */
function way(path: string, protection: Protection): string {
  const [first, second] = {
    'end to end': ['ml-way ml-double', 'ml-core'],
    'hop only': ['ml-way', undefined],
    weak: ['ml-way ml-weak', undefined],
    none: ['ml-way ml-none', undefined],
  }[protection];
  return `<path class="${first}" d="${path}"/>${second === undefined ? '' : `<path class="${second}" d="${path}"/>`}`;
}

/** An arrow's head that ends where the line does. */
function head(from: Point, to: Point): string {
  const [length, half] = [10, 5];
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const [x, y] = [to.x - dx * length, to.y - dy * length];
  return `<path class="ml-head" d="M${to.x} ${to.y}L${tenth(x + dy * half)} ${tenth(y + dx * half)}L${tenth(x - dy * half)} ${tenth(y - dx * half)}z"/>`;
}

function drawn(one: PlacedMark): string {
  switch (one.sort) {
    case 'text':
      return `<text class="ml-${one.style}" x="${one.x}" y="${one.y}">${escaped(one.text)}</text>`;
    case 'icon':
      return `<path class="ml-icon" transform="translate(${one.x} ${one.y})" d="${iconPaths[one.icon]}"/>`;
    case 'sign':
      return `<path class="ml-sign" transform="translate(${one.x} ${one.y})" d="${signOf(one.mark)}"/>`;
    case 'line':
      return way(`M${one.x} ${one.y}h${one.width}`, one.protection);
    case 'badge':
      return badge(one.badge, one);
    case 'fold':
      return '';
  }
}

function badge({ what, count }: Badge, { x, y }: Point): string {
  const { path, isHollow } = badgeShapes[what];
  const shape = `<path class="ml-${what}${isHollow ? ' ml-hollow' : ''}" transform="translate(${x} ${y})" d="${path}"/>`;
  // In the legend a badge stands for its sort and has no number.
  return count === 0 ? shape : `${shape}<text class="ml-number" x="${tenth(x + 15)}" y="${tenth(y + 10.4)}">${count}</text>`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
