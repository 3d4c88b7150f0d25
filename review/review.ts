import type { Architecture } from '../language/model/index.js';
import type { Assessment } from './assessment.js';

/** Reviews one design against its profiles (or the given ones instead) as of a date, `YYYY-MM-DD`. */
export function review(architecture: Architecture, date: string, profiles: readonly string[] = architecture.design.profiles): Assessment {
  return { architecture, date, profiles, requirements: [], results: [], findings: [] };
}
