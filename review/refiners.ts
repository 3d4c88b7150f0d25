import type { Requirement } from '../language/model/index.js';

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

/** Whether requirements refine each other. */
export function isCircular(refiners: ReadonlyMap<string, readonly Refiner[]>): boolean {
  const isRefinedBy = (name: string, other: string) => refiners.get(name)?.some((one) => one.name === other) ?? false;
  return [...refiners].some(([name, own]) => own.some((one) => isRefinedBy(one.name, name)));
}

function directRefiners(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Refiner[]> {
  const direct = new Map<string, Refiner[]>();
  const add = (refined: string, refiner: Refiner) => direct.set(refined, [...(direct.get(refined) ?? []), refiner]);
  for (const { name, refines, bundles } of requirements) {
    for (const other of refines) add(other, { name, bundled: false });
    for (const other of bundles) add(other, { name, bundled: true });
  }
  return direct;
}

/** A way without a bundle goes before one with it. */
function allOf(refined: string, direct: ReadonlyMap<string, readonly Refiner[]>): Refiner[] {
  const found = new Map<string, boolean>();
  const visit = (name: string, bundled: boolean): void => {
    for (const refiner of direct.get(name) ?? []) {
      const through = bundled || refiner.bundled;
      const before = found.get(refiner.name);
      if (before === false || before === through) continue;
      found.set(refiner.name, through);
      visit(refiner.name, through);
    }
  };
  visit(refined, false);
  found.delete(refined);
  return [...found].map(([name, bundled]): Refiner => ({ name, bundled }));
}
