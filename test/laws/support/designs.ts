import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Architecture } from '../../../language/model/index.js';
import { createWorkspace, root } from '../../support/workspace.js';

/** Where the project's own designs stand. */
const folders = ['examples', 'test/accuracy/nescor', 'test/review/topologies'];

/** Further files or folders with designs, separated as in PATH: for trying the laws on designs that nobody here has drawn. */
const further = (process.env['METERLINT_LAWS_DESIGNS'] ?? '').split(path.delimiter).filter((one) => one !== '');

let designs: Promise<readonly Architecture[]> | undefined;

/** All designs that the laws are held against, as plain data; read once. With further ones named, those alone. */
export function realDesigns(): Promise<readonly Architecture[]> {
  designs ??= read();
  return designs;
}

async function read(): Promise<readonly Architecture[]> {
  const places = further.length > 0 ? further.map((one) => path.resolve(one)) : folders.map((one) => path.join(root, one));
  const files = new Map(places.flatMap(meterFilesBelow).map((file) => [path.relative(path.parse(file).root, file), file]));
  const texts = [...files].map(([name, file]) => [name.split(path.sep).join('/'), readFileSync(file, 'utf8')] as const);
  const workspace = await createWorkspace(Object.fromEntries(texts));
  return workspace.shared.meter.Designs.all().filter(({ design }) => !design.implicit);
}

function meterFilesBelow(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => name.endsWith('.meter')).map((name) => path.join(place, name));
}

/** How a design is called where several are told of. */
export function calledBy({ files }: Architecture): string {
  return files[0]!.replace(/^.*?\/(examples|test|cases)\//, '$1/');
}

/** Whether each stop and end is there: of an element whose name the design itself has, only the name is left. */
export function isWhole({ links, flows, components }: Architecture): boolean {
  const ends = [...links.values()].flatMap(({ sources, targets }) => [...sources, ...targets]);
  return [...ends, ...[...flows.values()].flatMap(({ stops }) => stops.flat())].every((name) => components.has(name));
}
