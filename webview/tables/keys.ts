import type { Grid, GridPlace } from './grid.js';

const far = Number.MAX_SAFE_INTEGER;

/** Where a key leads in a grid, as in every grid of the platform; undefined for keys that lead nowhere. */
export function placeByKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, grid: Grid): GridPlace | undefined {
  if (altKey) return undefined;
  const isFar = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return grid.stepped(isFar ? far : 1, 0);
    case 'ArrowUp':
      return grid.stepped(isFar ? -far : -1, 0);
    case 'ArrowRight':
      return grid.stepped(0, isFar ? far : 1);
    case 'ArrowLeft':
      return grid.stepped(0, isFar ? -far : -1);
    case 'PageDown':
      return grid.stepped(grid.page, 0);
    case 'PageUp':
      return grid.stepped(-grid.page, 0);
    case 'Home':
      return grid.stepped(isFar ? -far : 0, -far);
    case 'End':
      return grid.stepped(isFar ? far : 0, far);
    default:
      return undefined;
  }
}
