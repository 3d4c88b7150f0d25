import type { Badge, Mark, SceneNode } from '../scene/scene.js';
import type { PlacedMark, TextStyle } from './laid-out.js';
import { heightOf, rounded, type Row } from './rows.js';
import { textWidth, wrappedLines } from './widths.js';

/** What stands on a box, from its left upper corner, and how much room it takes. */
export interface Content {
  readonly width: number;
  readonly height: number;
  readonly content: readonly PlacedMark[];
}

/** The letter size of each style, and whether it is bold. */
export const fonts: Readonly<Record<TextStyle, readonly [size: number, isBold: boolean]>> = {
  heading: [17, true],
  title: [13, true],
  zone: [13, true],
  kind: [11.5, false],
  mark: [11.5, false],
  link: [12, true],
  flow: [12, true],
  number: [11.5, true],
  row: [12, false],
};

const iconSize = 24;
const signSize = 12;
const foldSize = 14;
const widest = { component: 150, group: 170, zone: 230, link: 136, flow: 130 } as const;

/** The words, signs and badges of a node, set for its sort. */
export function contentOf(node: SceneNode): Content {
  const most = widest[node.sort];
  const isLine = node.sort === 'link' || node.sort === 'flow';
  const titleStyle: TextStyle = node.sort === 'zone' ? 'zone' : isLine ? node.sort : 'title';
  const rows: Row[] = [
    ...textRows(node.title, titleStyle, most, node.sort === 'zone' ? 2 : 3),
    ...(node.kind === '' || node.kind === node.title ? [] : textRows(node.kind, 'kind', most, node.sort === 'zone' ? 1 : 2)),
    ...node.marks.flatMap((mark) => markRows(mark, most)),
    ...badgeRows(node.badges, most),
  ];
  const [left, padding] = isLine ? [4, 3] : [10, 8];
  const beforeIcon = node.fold === undefined ? 0 : foldSize + 7;
  const indent = beforeIcon + (node.icon === undefined ? 0 : iconSize + 8);
  const inner = Math.max(...rows.map(({ width }) => width));
  const width = even(Math.max(isLine ? 30 : 112, inner + indent + 2 * left));
  const height = even(Math.max(heightOf(rows), node.icon === undefined ? 0 : iconSize) + 2 * padding);
  const content: PlacedMark[] = [
    ...(node.fold === undefined ? [] : [{ sort: 'fold' as const, id: node.id, isOpen: node.fold.isOpen, x: left, y: padding + 2 }]),
    ...(node.icon === undefined ? [] : [{ sort: 'icon' as const, icon: node.icon, x: left + beforeIcon, y: padding }]),
  ];
  let y = padding;
  for (const row of rows) {
    const x = isLine ? (width - row.width) / 2 : left + indent;
    content.push(...row.put(x, y));
    y += row.height;
  }
  return { width, height, content };
}

export function textRows(text: string, style: TextStyle, most: number, lines: number): Row[] {
  const [size, isBold] = fonts[style];
  return wrappedLines(text, most, size, lines, isBold).map((line) => {
    const width = textWidth(line, size, isBold);
    return {
      width,
      height: size * 1.28,
      put: (x, y) => [{ sort: 'text', text: line, style, width, x: rounded(x), y: rounded(y + size) }],
    };
  });
}

export function markRows(mark: Mark, most: number): Row[] {
  const isBare = mark.sort === 'number';
  const indent = isBare ? 0 : signSize + 4;
  return textRows(mark.words, 'mark', most - indent, 2).map((row, index) => ({
    width: row.width + indent,
    height: row.height,
    put: (x, y) => [
      ...(index === 0 && !isBare ? [{ sort: 'sign' as const, mark, x: rounded(x), y: rounded(y + 1) }] : []),
      ...row.put(x + indent, y),
    ],
  }));
}

/** Badges beside each other, on as many lines as they need. */
export function badgeRows(badges: readonly Badge[], most: number): Row[] {
  const lines: { badge: Badge; width: number }[][] = [];
  let used = Infinity;
  for (const badge of badges) {
    const width = badgeWidth(badge);
    if (used + width > most) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)!.push({ badge, width });
    used += width + 8;
  }
  return lines.map((line) => ({
    width: line.reduce((sum, { width }) => sum + width, 0) + 8 * (line.length - 1),
    height: 18,
    put: (x, y) => {
      let at = x;
      return line.map(({ badge, width }) => {
        const placed: PlacedMark = { sort: 'badge', badge, width: rounded(width), x: rounded(at), y: rounded(y + 3) };
        at += width + 8;
        return placed;
      });
    },
  }));
}

function badgeWidth({ count }: Badge): number {
  const [size, isBold] = fonts.number;
  return 12 + 3 + textWidth(String(count), size, isBold);
}

/** Middles of boxes stand on whole pixels, so that lines between them are straight and sharp. */
function even(size: number): number {
  return 2 * Math.ceil(size / 2);
}
