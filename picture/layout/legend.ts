import { protections, type Badge, type Mark, type Protection, type Scene } from '../scene/scene.js';
import { badgeOrder } from '../scene/badges.js';
import { textRows } from './content.js';
import { flowing, rounded, type Row } from './rows.js';
import { textWidth } from './widths.js';

/** What each line says of the control that lines speak of. */
const protectionWords: Readonly<Record<Protection, string>> = {
  'end to end': 'from end to end',
  'hop only': 'hop by hop',
  weak: 'weak',
  none: 'none',
};

const markWords: Readonly<Record<Mark['sort'], string>> = {
  outside: 'not run by the party whose design it is',
  reads: 'can read it',
  passes: 'passes it on, cannot read it',
  state: '',
  number: '',
};

const sampleWidth = 40;
const wide = 400;

/** What lines, badges and signs mean, of those that the picture shows. */
export function legendOf(scene: Scene, width: number): Row[] {
  const drawn = new Set(scene.edges.map(({ protection }) => protection));
  const lines = protections.filter((one) => drawn.has(one)).map((one) => sample(one, protectionWords[one]));
  const rows = [...scene.panels.flatMap((panel) => panel.rows), ...scene.nodes, scene];
  const shown = new Set(rows.flatMap(({ badges }) => badges.map(({ what }) => what)));
  const badges = badgeOrder.filter((what) => shown.has(what)).map(badgeWords);
  const marks = new Map(rows.flatMap((row) => row.marks.map((mark) => [mark.sort, mark] as const)));
  const signs = (['outside', 'reads', 'passes'] as const).flatMap((sort) => {
    const mark = marks.get(sort);
    return mark === undefined ? [] : [signed({ sort, words: markWords[sort] })];
  });
  const ways = scene.control === undefined ? [] : titled(`Lines: ${scene.control}`, lines, width);
  return [...ways, ...titled('Findings', badges, width), ...titled('Signs', signs, width)];
}

/** On one line with its title. */
function titled(title: string, things: readonly Row[], width: number): Row[] {
  if (things.length === 0) return [];
  return flowing([...textRows(`${title}:`, 'number', wide, 1), ...things], width, 18);
}

function sample(protection: Protection, words: string): Row {
  const [row] = textRows(words, 'mark', wide, 1);
  return {
    width: sampleWidth + 6 + row!.width,
    height: row!.height,
    put: (x, y) => [
      { sort: 'line', protection, width: sampleWidth, x: rounded(x), y: rounded(y + 7) },
      ...row!.put(x + sampleWidth + 6, y),
    ],
  };
}

function badgeWords(what: Badge['what']): Row {
  const [row] = textRows(what, 'mark', wide, 1);
  const badge: Badge = { what, count: 0 };
  return {
    width: 16 + row!.width,
    height: row!.height,
    put: (x, y) => [{ sort: 'badge', badge, width: 12, x: rounded(x), y: rounded(y) }, ...row!.put(x + 16, y)],
  };
}

function signed(mark: Mark): Row {
  const width = textWidth(mark.words, 11.5);
  const [row] = textRows(mark.words, 'mark', wide, 1);
  return {
    width: 16 + width,
    height: row!.height,
    put: (x, y) => [{ sort: 'sign', mark, x: rounded(x), y: rounded(y + 1) }, ...row!.put(x + 16, y)],
  };
}
