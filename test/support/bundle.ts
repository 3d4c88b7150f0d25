import path from 'node:path';
import { staleness } from '../../tools/bundle-sources.mjs';
import { root } from './workspace.js';

let found: { readonly stale: string | undefined } | undefined;

/**
 * A file of `dist/`, such as `cli/main.mjs`. Throws where the build is missing or made of other sources than those that stand there, which is
 * found out once a process.
 */
export function bundled(file: string): string {
  found ??= { stale: staleness(root) };
  if (found.stale !== undefined) throw new Error(found.stale);
  return path.join(root, 'dist', file);
}
