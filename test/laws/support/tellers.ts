import type { Catalogue } from '../../../language/model/index.js';
import type { Assessment, Gap, Result } from '../../../review/index.js';
import { implies } from './gaps.js';
import { isAsLoud } from './losses.js';

/** Everything that `refines` and `bundles` lead to from a requirement. */
function refinedBy(name: string, catalogue: Catalogue, follow: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...follow(name)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const requirement = catalogue.requirements.get(next);
    open.push(...(requirement?.refines ?? []), ...(requirement?.bundles ?? []));
  }
  return found;
}

/** What is told of a result counts by what it computes: somebody's decision makes nothing quieter. */
const before = (result: Result) => ({ severity: result.severity, state: result.computed }) as Parameters<typeof isAsLoud>[0];

/**
 * Whether all that is open in a result is told by others: what they tell, taken together, cannot be closed without closing it. They refine its requirement
 * and are as loud; or it bundles theirs, which then have a severity of their own.
 */
export function isToldByOthers(result: Result, { architecture: { catalogue }, results }: Assessment): boolean {
  const all = (name: string) => {
    const { refines = [], bundles = [] } = catalogue.requirements.get(name) ?? {};
    return [...refines, ...bundles];
  };
  const bundled = refinedBy(result.requirement, catalogue, (name) => catalogue.requirements.get(name)?.bundles ?? []);
  const tellers = results.filter(
    (one) =>
      one.open !== undefined &&
      one.state !== 'excluded' &&
      (bundled.has(one.requirement) ||
        (refinedBy(one.requirement, catalogue, all).has(result.requirement) && isAsLoud(before(one), before(result)))),
  );
  const parts = result.gaps?.kind === 'and' ? result.gaps.gaps : [result.gaps!];
  return parts.every((part) => tellers.some((one) => implies(one.open!, part)) || implies(together(tellers), part));
}

function together(tellers: readonly Result[]): Gap {
  return { kind: 'and', gaps: tellers.map((one) => one.open!) };
}
