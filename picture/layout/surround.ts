import type { Mark, Scene, ScenePanel, SceneRow } from '../scene/scene.js';
import { rowSpoken } from '../scene/spoken.js';
import { badgeRows, markRows, textRows } from './content.js';
import { heightOf, rounded, stacked, type Row } from './rows.js';
import type { LaidOut, LaidOutEdge, LaidOutNode, LaidOutRow, PlacedMark } from './laid-out.js';
import { legendOf } from './legend.js';

/** What the drawing keeps free at its left and above it, for what is written there. */
export const margin = { x: 20, y: 84 } as const;

const narrowest = 640;
const cellWidth = 300;
const gap = 20;

/** Heading above, legend and what has no box of its own below. */
export function surround(scene: Scene, nodes: readonly LaidOutNode[], edges: readonly LaidOutEdge[]): LaidOut {
  const ends = [...nodes.map(({ x, width }) => x + width), ...edges.flatMap(({ points }) => points.map(({ x }) => x))];
  const bottoms = [...nodes.map(({ y, height }) => y + height), ...edges.flatMap(({ points }) => points.map(({ y }) => y))];
  const width = Math.ceil(Math.max(narrowest, ...ends.map((end) => end + margin.x)));
  const inner = width - 2 * margin.x;
  const rows: LaidOutRow[] = [];
  let y = Math.max(margin.y, ...bottoms) + 26;
  const legend = legendOf(scene, inner);
  rows.push(rowAt({ id: 'legend', elements: [], aside: false, spoken: '' }, legend, margin.x, y, inner));
  y += heightOf(legend) + 16;
  for (const panel of scene.panels) y = addPanel(rows, panel, y, inner);
  return { scene, width, height: Math.ceil(y + 4), heading: headingOf(scene, inner), nodes, edges, rows };
}

function headingOf({ title, description, badges, marks }: Scene, inner: number): PlacedMark[] {
  const lines = [...textRows(title, 'heading', inner, 1), ...textRows(description, 'kind', inner, 2)];
  const below = stacked(lines, margin.x, 14);
  const beside = [...marks.flatMap((mark) => markRows(mark, inner)), ...badgeRows(badges, inner)];
  let x = margin.x + lines[0]!.width + 16;
  return [
    ...below,
    ...beside.flatMap((row) => {
      if (x + row.width > margin.x + inner) return [];
      const placed = row.put(x, 16);
      x += row.width + 12;
      return placed;
    }),
  ];
}

/** Rows of cells, as many beside each other as there is room for. */
function addPanel(rows: LaidOutRow[], panel: ScenePanel, from: number, inner: number): number {
  const columns = Math.max(1, Math.floor((inner + gap) / (cellWidth + gap)));
  const width = (inner - gap * (columns - 1)) / columns;
  const head = textRows(panel.title, 'title', inner, 1);
  rows.push(rowAt({ id: panel.id, elements: [], aside: false, spoken: '' }, head, margin.x, from, inner));
  let y = from + heightOf(head) + 4;
  for (let first = 0; first < panel.rows.length; first += columns) {
    const line = panel.rows.slice(first, first + columns).map((row) => ({ row, cell: cellOf(row, width) }));
    for (const [index, { row, cell }] of line.entries())
      rows.push(rowAt({ ...row, spoken: rowSpoken(row) }, cell, margin.x + index * (width + gap), y, width));
    y += Math.max(...line.map(({ cell }) => heightOf(cell))) + 8;
  }
  return y + 8;
}

/** The badges stand behind the title where there is room, so that a reader finds them in one column of lines. */
function cellOf({ title, words, marks, badges }: SceneRow, width: number): Row[] {
  const titles = textRows(title, 'link', width, 2);
  const badgeLines = badgeRows(badges, width);
  const last = titles.at(-1)!;
  const [first, ...others] = badgeLines;
  const fits = first !== undefined && others.length === 0 && last.width + 10 + first.width <= width;
  const joined: Row = fits
    ? {
        width: last.width + 10 + first.width,
        height: Math.max(last.height, first.height - 2),
        put: (x, y) => [...last.put(x, y), ...first.put(x + last.width + 10, y - 2)],
      }
    : last;
  return [
    ...titles.slice(0, -1),
    joined,
    ...(words === '' ? [] : textRows(words, 'kind', width, 3)),
    ...marks.flatMap((mark: Mark) => markRows(mark, width)),
    ...(fits ? [] : badgeLines),
  ];
}

function rowAt(
  { id, elements, aside, spoken }: Pick<LaidOutRow, 'id' | 'elements' | 'aside' | 'spoken'>,
  lines: readonly Row[],
  x: number,
  y: number,
  width: number,
): LaidOutRow {
  return {
    id,
    elements,
    aside,
    spoken,
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(heightOf(lines)),
    content: stacked(lines, x, y),
  };
}
