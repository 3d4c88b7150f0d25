import type { Architecture } from '../../../language/model/index.js';
import { holds } from './conditions.js';
import type { Scene } from './elements.js';

/** A design at a date, `YYYY-MM-DD`. */
export function sceneOf(architecture: Architecture, date: string): Scene {
  return { architecture, date, ask: holds };
}
