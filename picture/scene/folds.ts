import type { Item } from './boxes.js';
import type { PictureOptions } from './options.js';

/** What of a picture is closed or stays open, whoever asked for it. */
export interface Folded {
  /** Zones that are drawn as one box. */
  readonly closed: ReadonlySet<string>;
  /** What has a box of its own, however many there are. */
  readonly kept: ReadonlySet<string>;
}

/** What acts of opening and closing come to: who opens something opens what is around it, and who closes a zone closes what is in it. */
export function foldedBy({ collapse = [], folds = [] }: PictureOptions, items: readonly Item[]): Folded {
  const byName = new Map(items.map((item) => [item.name, item]));
  const withAround = (name: string): string[] => {
    const parent = byName.get(name)?.parent;
    return parent === undefined ? [name] : [name, ...withAround(parent)];
  };
  const closed = new Set(collapse);
  const kept = new Set<string>();
  for (const { name, open } of folds) {
    if (open) {
      for (const one of withAround(name)) {
        kept.add(one);
        closed.delete(one);
      }
    } else {
      closed.add(name);
      for (const one of kept) if (withAround(one).includes(name)) kept.delete(one);
    }
  }
  return { closed, kept };
}
