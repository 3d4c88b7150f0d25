import type { Snapshot } from '../workspace/index.js';
import { nearestWord, UsageError } from './usage.js';

/** Says that no design that is reviewed has such a variant. */
export function checkVariant(snapshot: Snapshot, variant: string | undefined): void {
  if (variant === undefined) return;
  const known = snapshot.reviewed.flatMap((one) => snapshot.variantsOf(one).map(({ variant: { name } }) => name));
  if (!known.includes(variant)) refuseName('variant', variant, known);
}

/** Says that nothing has such a name, with the nearest that something has. */
export function refuseName(sort: 'design' | 'variant', name: string, known: readonly string[]): never {
  const near = nearestWord(name, known);
  throw new UsageError(`there is no ${sort} '${name}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
}
