import type { Catalogue } from '../language/model/index.js';
import { impliedBy, lineage } from '../language/semantics/kinds.js';

/** What a mechanism says of a control; `because` tells why it is weak for it. */
export interface MechanismGrant {
  readonly granted: string;
  /** All that are provided in full and imply it, where it is only implied. */
  readonly ways: readonly string[];
  readonly because: string | undefined;
  /** The mechanism that says it: itself, or one that it is. */
  readonly by: string;
}

/**
 * Everything that a mechanism grants. What it says itself goes before what its parents say; weak goes before
 * provided where both are said at the same distance; what a granted control implies comes along, unless something is said of it.
 */
export function grantsOfMechanism(name: string, catalogue: Catalogue): ReadonlyMap<string, MechanismGrant> {
  const said = new Map<string, MechanismGrant & { distance: number }>();
  for (const [kind, distance] of lineage([name], catalogue.mechanisms, 0)) {
    const mechanism = catalogue.mechanisms.get(kind);
    for (const { controls, because } of mechanism?.weaknesses ?? []) {
      for (const control of controls) {
        const before = said.get(control);
        if (before === undefined || (before.distance === distance && before.because === undefined)) {
          said.set(control, { granted: control, ways: [], because, distance, by: kind });
        }
      }
    }
    for (const control of mechanism?.provides ?? []) {
      if (!said.has(control)) said.set(control, { granted: control, ways: [], because: undefined, distance, by: kind });
    }
  }
  const all = new Map<string, MechanismGrant>(said);
  for (const [control, { because, by }] of said) {
    for (const implied of impliedBy(control, catalogue)) {
      if (said.has(implied)) continue;
      const before = all.get(implied);
      const ways = [...(before?.ways ?? []), ...(because === undefined ? [control] : [])];
      if (before === undefined || (before.because !== undefined && because === undefined))
        all.set(implied, { granted: control, ways, because, by });
      else all.set(implied, { ...before, ways });
    }
  }
  return all;
}
