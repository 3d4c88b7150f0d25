import type { Requirement } from '../language/model/index.js';
import { longestChain } from '../language/semantics/index.js';

/** A requirement that refines another. `bundled`: it leads there over a requirement that stands for others as long as nothing is stated of them. */
export interface Refiner {
  readonly name: string;
  readonly bundled: boolean;
}

/** Everything that leads to a requirement over `refines` and `bundles`, directly or through others, in the order of the requirements. */
export function refinersOf(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Refiner[]> {
  const direct = directRefiners(requirements);
  const rank = new Map(requirements.map(({ name }, index) => [name, index]));
  return new Map(
    [...direct.keys()].map((refined) => [refined, allOf(refined, direct).sort((a, b) => rank.get(a.name)! - rank.get(b.name)!)]),
  );
}

/** Whether requirements refine each other, or may go on behind what is followed: what one tells then depends on which is asked first. */
export function isCircular(refiners: ReadonlyMap<string, readonly Refiner[]>): boolean {
  const names = new Map([...refiners].map(([name, own]) => [name, new Set(own.map((one) => one.name))]));
  return [...names].some(([name, own]) => own.size >= longestChain || [...own].some((one) => names.get(one)?.has(name) === true));
}

function directRefiners(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Refiner[]> {
  const direct = new Map<string, Refiner[]>();
  const add = (refined: string, refiner: Refiner) => {
    const those = direct.get(refined);
    if (those === undefined) direct.set(refined, [refiner]);
    else those.push(refiner);
  };
  for (const { name, refines, bundles } of requirements) {
    for (const other of refines) add(other, { name, bundled: false });
    for (const other of bundles) add(other, { name, bundled: true });
  }
  return direct;
}

/** As far as chains are followed. A way without a bundle goes before one with it. */
function allOf(refined: string, direct: ReadonlyMap<string, readonly Refiner[]>): Refiner[] {
  const found = new Map<string, boolean>();
  let level: readonly Refiner[] = [{ name: refined, bundled: false }];
  for (let distance = 0; level.length > 0 && distance < longestChain; distance++) {
    const next: Refiner[] = [];
    for (const { name, bundled } of level) {
      for (const refiner of direct.get(name) ?? []) {
        const through = bundled || refiner.bundled;
        const before = found.get(refiner.name);
        if (before === false || before === through) continue;
        found.set(refiner.name, through);
        next.push({ name: refiner.name, bundled: through });
      }
    }
    level = next;
  }
  found.delete(refined);
  return [...found].map(([name, bundled]): Refiner => ({ name, bundled }));
}
