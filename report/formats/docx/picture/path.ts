/** A step of a line, all places absolute. */
export type PathStep =
  | { readonly sort: 'move' | 'line'; readonly points: readonly [PlanePoint] }
  | { readonly sort: 'curve'; readonly points: readonly [PlanePoint, PlanePoint, PlanePoint] }
  | { readonly sort: 'close'; readonly points: readonly [] };

export type PlanePoint = readonly [x: number, y: number];

/** How many numbers a step of SVG takes. */
const taken: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, q: 4, a: 7, z: 0 };

/** The steps of an SVG path, moved; of relative and absolute moves, lines, curves and arcs, which is all that a picture of ours is drawn with. */
export function pathSteps(d: string, [left, top]: PlanePoint): PathStep[] {
  const steps: PathStep[] = [];
  let at: PlanePoint = [0, 0];
  let start: PlanePoint = [0, 0];
  const put = (sort: 'move' | 'line' | 'curve', points: readonly PlanePoint[]) => {
    at = points.at(-1)!;
    steps.push({ sort, points: points.map(([x, y]): PlanePoint => [x + left, y + top]) } as unknown as PathStep);
  };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const command = letter.toLowerCase();
    const count = taken[command];
    if (count === undefined) throw new Error(`A picture is drawn with '${letter}', which nobody reads.`);
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (command === 'z') {
      steps.push({ sort: 'close', points: [] });
      at = start;
      continue;
    }
    for (let from = 0; from + count <= numbers.length; from += count) {
      const own = numbers.slice(from, from + count);
      const origin: PlanePoint = letter === command ? at : [0, 0];
      const point = (index: number): PlanePoint => [origin[0] + own[index]!, origin[1] + own[index + 1]!];
      switch (command) {
        case 'm':
          // What follows the first pair are lines.
          put(from === 0 ? 'move' : 'line', [point(0)]);
          if (from === 0) start = at;
          break;
        case 'l':
          put('line', [point(0)]);
          break;
        case 'h':
          put('line', [[origin[0] + own[0]!, at[1]]]);
          break;
        case 'v':
          put('line', [[at[0], origin[1] + own[0]!]]);
          break;
        case 'c':
          put('curve', [point(0), point(2), point(4)]);
          break;
        case 'q':
          put('curve', [between(at, point(0), 2 / 3), between(point(2), point(0), 2 / 3), point(2)]);
          break;
        case 'a':
          for (const curve of arcCurves(at, point(5), own)) put('curve', curve);
          break;
      }
    }
  }
  return steps;
}

function between([x, y]: PlanePoint, [toX, toY]: PlanePoint, share: number): PlanePoint {
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/** An arc as curves of a quarter turn at the most. No arc of ours is turned: its axes stand upright. */
function arcCurves(from: PlanePoint, to: PlanePoint, [rx = 0, ry = 0, , large, sweep]: readonly number[]): PlanePoint[][] {
  // In the circle of radius 1, then back: https://www.w3.org/TR/SVG11/implnote.html#ArcImplementationNotes
  const mid = between(from, to, 1 / 2);
  const half: PlanePoint = [from[0] - mid[0], from[1] - mid[1]];
  const distance = Math.hypot(half[0] / rx, half[1] / ry);
  const scale = Math.max(1, distance);
  const [a, b] = [rx * scale, ry * scale];
  const [x, y] = [half[0] / a, half[1] / b];
  const reach = x * x + y * y;
  const away = reach === 0 ? 0 : Math.sqrt(Math.max(0, (1 - reach) / reach)) * (large === sweep ? -1 : 1);
  const centre: PlanePoint = [mid[0] + a * away * y, mid[1] - b * away * x];
  const angleOf = ([px, py]: PlanePoint) => Math.atan2((py - centre[1]) / b, (px - centre[0]) / a);
  const first = angleOf(from);
  const turn = angleOf(to) - first;
  const whole = 2 * Math.PI;
  const all = sweep === 1 ? ((turn % whole) + whole) % whole : -(((-turn % whole) + whole) % whole);
  const parts = Math.max(1, Math.ceil(Math.abs(all) / (Math.PI / 2) - 1e-9));
  const part = all / parts;
  const handle = (4 / 3) * Math.tan(part / 4);
  const place = (px: number, py: number): PlanePoint => [centre[0] + a * px, centre[1] + b * py];
  return Array.from({ length: parts }, (_, index) => {
    const [start, end] = [first + index * part, first + (index + 1) * part];
    const [c1, s1, c2, s2] = [Math.cos(start), Math.sin(start), Math.cos(end), Math.sin(end)];
    return [place(c1 - handle * s1, s1 + handle * c1), place(c2 + handle * s2, s2 - handle * c2), index === parts - 1 ? to : place(c2, s2)];
  });
}
