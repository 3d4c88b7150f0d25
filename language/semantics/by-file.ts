import type { Architecture } from '../model/architecture.js';
import { oncePer } from './once.js';

/** What stands in a file. */
interface Filed {
  readonly file: string;
}

/**
 * The parts of a table that stand in one file, in the order of the table. Each table is walked once, so that asking for every file of a
 * workspace costs what the table is long.
 */
export function partsIn<T extends Filed>(table: ReadonlyMap<string, T>, file: string): readonly T[] {
  return (byFile(table) as ReadonlyMap<string, readonly T[]>).get(file) ?? [];
}

const byFile = oncePer((table: ReadonlyMap<string, Filed>) => grouped(table.values(), ({ file }) => [file]));

/** The designs that a file is part of, in the order of the list. */
export function designsWith(designs: readonly Architecture[], file: string): readonly Architecture[] {
  return byPart(designs).get(file) ?? [];
}

const byPart = oncePer((designs: readonly Architecture[]) => grouped(designs, ({ files }) => new Set(files)));

/** What there is under each key, in the order of the whole. */
export function grouped<T>(all: Iterable<T>, keysOf: (one: T) => Iterable<string>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}
