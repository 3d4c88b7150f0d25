import assert from 'node:assert/strict';
import { iconPaths } from '../../picture/icons/paths.js';
import { pathSteps, type PathStep } from '../../report/formats/docx/picture/path.js';

const endOf = ({ points }: PathStep) => points.at(-1);
const near = (one: number, other: number, what: string) => {
  assert.ok(Math.abs(one - other) < 0.01, `${what}: ${one} is not ${other}`);
};

/** A place on a curve, by its definition. */
function on(from: readonly [number, number], { points }: PathStep, at: number): [number, number] {
  const [b, c, d] = points as readonly (readonly [number, number])[];
  return [0, 1].map(
    (axis) => (1 - at) ** 3 * from[axis]! + 3 * (1 - at) ** 2 * at * b![axis]! + 3 * (1 - at) * at ** 2 * c![axis]! + at ** 3 * d![axis]!,
  ) as [number, number];
}

describe('lines of a picture, as steps', () => {
  it('are the same places, relative or absolute, moved', () => {
    const places = [
      [11, 22],
      [14, 22],
      [14, 26],
      [10, 20],
    ];
    assert.deepEqual(pathSteps('M1 2L4 2L4 6L0 0z', [10, 20]).map(endOf).slice(0, -1), places);
    assert.deepEqual(pathSteps('M1 2h3v4l-4-6z', [10, 20]).map(endOf).slice(0, -1), places);
    assert.deepEqual(pathSteps('M1 2H4V6L0 0Z', [10, 20]).map(endOf).slice(0, -1), places);
  });

  it('go on from where a closed line began', () => {
    assert.deepEqual(pathSteps('M5 5h2v2zl1 1', [0, 0]).map(endOf).at(-1), [6, 6]);
  });

  it('follow a circle, the short way, the long way, both ways round', () => {
    for (const [d, centre, length] of [
      ['M10 0a10 10 0 0 1 10 10', [10, 10], 0.25],
      ['M10 0a10 10 0 0 0 10 10', [20, 0], 0.25],
      ['M10 0a10 10 0 1 0 10 10', [10, 10], 0.75],
      ['M10 0a10 10 0 1 1 10 10', [20, 0], 0.75],
      ['M10 0a10 10 0 1 0 0 20', [10, 10], 0.5],
    ] as const) {
      const [first, ...curves] = pathSteps(d, [0, 0]);
      let from = endOf(first!)!;
      let walked = 0;
      for (const curve of curves) {
        for (let step = 1; step <= 20; step++) {
          const [x, y] = on(from, curve, step / 20);
          near(Math.hypot(x - centre[0], y - centre[1]), 10, `${d} at ${step}`);
          const [beforeX, beforeY] = on(from, curve, (step - 1) / 20);
          walked += Math.hypot(x - beforeX, y - beforeY);
        }
        from = endOf(curve)!;
      }
      assert.ok(Math.abs(walked / (20 * Math.PI) - length) < 0.01, `${d}: ${walked}`);
    }
  });

  it('follow an ellipse, and an arc that is too small to reach its end is made large enough', () => {
    const [, low, high] = pathSteps('M4 6a8 3 0 1 0 16 0', [0, 0]).map(endOf);
    near(low![0], 12, 'middle');
    near(low![1], 9, 'lowest');
    assert.deepEqual(high, [20, 6]);
    assert.deepEqual(pathSteps('M0 0a1 1 0 0 1 10 0', [0, 0]).map(endOf).at(-1), [10, 0]);
  });

  it('bend as a curve with one handle does', () => {
    const [, curve] = pathSteps('M0 6q5 -6 10 0', [0, 0]);
    assert.deepEqual(on([0, 6], curve!, 0.5).map(Math.round), [5, 3]);
  });

  it('are known of every icon, which stays in its field', () => {
    for (const [name, d] of Object.entries(iconPaths)) {
      for (const { points } of pathSteps(d, [0, 0])) {
        for (const [x, y] of points) assert.ok(x >= -1.1 && x <= 25.1 && y >= -1.1 && y <= 25.1, `${name}: ${x} ${y}`);
      }
    }
    assert.throws(() => pathSteps('M0 0S1 1 2 2', [0, 0]), /which nobody reads/);
  });
});
