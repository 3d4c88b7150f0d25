import { severities } from '../language/model/index.js';
import { globProblem } from '../language/names/glob.js';
import { nearestOf } from '../language/wellformed/nearest.js';

/** The file beside the designs that holds what a project states for everybody. */
export const projectFile = 'meterlint.json';

export const bars = [...severities.filter((severity) => severity !== 'info'), 'none'] as const;
export type Bar = (typeof bars)[number];

/** What a project states once for everybody, in the names of the options of `check`. */
export interface ProjectSettings {
  readonly profile?: string;
  readonly failOn?: Bar;
  readonly decisionsFrom?: readonly string[];
  readonly exclude?: readonly string[];
  readonly baseline?: string;
  readonly redundant?: boolean;
}

/** Each file of a project is compared with each pattern. */
const mostPatterns = 500;

/** What is wrong with a value, or undefined. */
type Test = (value: unknown) => string | undefined;

const name: Test = (value) => (typeof value === 'string' && value !== '' ? undefined : 'takes a text');
const patterns: Test = (value) => {
  if (!Array.isArray(value)) return 'takes a list of patterns: ["decisions/**"]';
  if (value.length > mostPatterns) return `takes ${mostPatterns} patterns at most, and has ${value.length}: name folders instead of files`;
  for (const glob of value as unknown[]) {
    if (typeof glob !== 'string') return 'takes a list of patterns: ["decisions/**"]';
    const problem = globProblem(glob);
    if (problem !== undefined) return `has the pattern '${glob}', which ${problem}`;
  }
  return undefined;
};

const keys: Readonly<Record<keyof ProjectSettings | '$schema', Test>> = {
  $schema: name,
  profile: name,
  failOn: (value) => ((bars as readonly unknown[]).includes(value) ? undefined : `takes one of ${bars.join(', ')}`),
  decisionsFrom: patterns,
  exclude: patterns,
  baseline: name,
  redundant: (value) => (typeof value === 'boolean' ? undefined : 'takes true or false'),
};
export const projectKeys = Object.keys(keys);

/** The settings that a text states, or what is wrong with it. */
export function readSettings(text: string): ProjectSettings | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `it is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it has to hold an object: { "failOn": "high" }';
  for (const [key, given] of Object.entries(value)) {
    if (!Object.hasOwn(keys, key)) {
      const [near] = nearestOf(key, projectKeys, 1);
      return `there is no setting "${key}"${near === undefined ? `; there are ${projectKeys.slice(1).join(', ')}` : `; did you mean "${near}"?`}`;
    }
    const problem = keys[key as keyof typeof keys](given);
    if (problem !== undefined) return `"${key}" ${problem}`;
  }
  return value;
}
