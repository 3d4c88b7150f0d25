// What the bundles were made of: the build writes it down, and tests that run a bundle refuse one that is made of other texts.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What goes into a build besides the modules that the bundler reads: the grammar, the build itself, the libraries. */
const others = ['language/meter.langium', 'tools/build.mjs', 'tools/built-catalogue.ts', 'package-lock.json'];

/** The catalogue is compiled beside the bundles. */
const catalogueIn = (folder) =>
  existsSync(path.join(folder, 'catalogue'))
    ? readdirSync(path.join(folder, 'catalogue'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.meter'))
        .map((file) => `catalogue/${file.split(path.sep).join('/')}`)
    : [];

const recordIn = (folder) => path.join(folder, 'dist', 'sources.json');

export function recordSources(folder, inputs) {
  const own = [...inputs].filter((file) => !file.includes('node_modules/'));
  const files = [...new Set([...own, ...others.filter((file) => existsSync(path.join(folder, file))), ...catalogueIn(folder)])].sort();
  const sources = Object.fromEntries(files.map((file) => [file, hashOf(path.join(folder, file))]));
  writeFileSync(recordIn(folder), `${JSON.stringify(sources, null, 1)}\n`);
}

export function staleness(folder, command = 'npm run build') {
  const record = recordIn(folder);
  if (!existsSync(record)) return `dist/ is not built: run \`${command}\` first`;
  const sources = Object.entries(JSON.parse(readFileSync(record, 'utf8')));
  const changed = sources.find(([file, hash]) => hashOf(path.join(folder, file)) !== hash);
  return changed === undefined ? undefined : `dist/ is older than ${changed[0]}: run \`${command}\` first`;
}

/** Contents count, not times: a branch that comes back is no change. */
function hashOf(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('base64') : 'none';
}
