import type { Badge, Mark } from '../scene/scene.js';
import type { State } from '../../review/index.js';

/** A closed form on a field of 12 by 12 for each sort of badge, told apart without colour; `isHollow` forms are drawn as a line. */
export const badgeShapes: Readonly<Record<Badge['what'], { readonly path: string; readonly isHollow: boolean }>> = {
  critical: { path: 'M1 1h10v10h-10z', isHollow: false },
  high: { path: 'M6 .5l5.8 10.5h-11.6z', isHollow: false },
  medium: { path: 'M6 0l6 6l-6 6l-6-6z', isHollow: false },
  low: { path: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z', isHollow: false },
  info: { path: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z', isHollow: true },
  planned: { path: 'M2 1.5l8.5 4.5l-8.5 4.5z', isHollow: true },
  unknown: { path: 'M3.5 4a2.6 2.6 0 1 1 4 2.2q-1.5 1-1.5 2.300M6 10.5v.6', isHollow: true },
};

/** Lines on a field of 12 by 12. */
const signs: Readonly<Record<Exclude<Mark['sort'], 'state' | 'number'>, string>> = {
  outside: 'M5 2h-3.5v8.5h8.5v-3.5M7 1.5h3.5v3.5M10.5 1.5l-5 5',
  reads: 'M.5 6q5.5-6.5 11 0q-5.5 6.5-11 0M6 4.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3',
  passes: 'M.5 6q5.5-6.5 11 0q-5.5 6.5-11 0M1.5 11l9-10',
};

const states: Readonly<Record<State, string>> = {
  missing: 'M2 2l8 8M10 2l-8 8',
  weak: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M6 1.5v9M7.5 2.5v7M9 4v4',
  unknown: badgeShapes.unknown.path,
  planned: badgeShapes.planned.path,
  accepted: 'M2 10.5l4-9l4 9M3.5 7.5h5',
  excluded: 'M9 1.5h-6v9h6M3 6h5',
  met: 'M1.5 6.5l3 3.5l6-8',
  'not applicable': 'M5.5 6h1',
};

export function signOf({ sort, state }: Mark): string {
  if (sort === 'state') return states[state ?? 'not applicable'];
  return sort === 'number' ? '' : signs[sort];
}
