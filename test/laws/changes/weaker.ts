import { lineage, mayStand } from '../../../language/semantics/index.js';
import type { Architecture, Catalogue, Element } from '../../../language/model/index.js';
import { grantsOfMechanism } from '../../../review/index.js';
import type { Mutation } from '../support/mutation.js';
import { swaps } from './swaps.js';

/** Each mechanism replaced by one of its class that grants less, or by the class. */
export function weakerWords(design: Architecture): Mutation[] {
  const { catalogue } = design;
  return swaps(design, (mechanism, element) =>
    candidates(catalogue, element).filter((other) => isOfOneClass(other, mechanism, catalogue) && isWeaker(other, mechanism, catalogue)),
  );
}

/** Each class of mechanisms replaced by those of its members that grant no more. */
export function membersOfClasses(design: Architecture): Mutation[] {
  const { catalogue } = design;
  return swaps(design, (mechanism, element) =>
    candidates(catalogue, element).filter(
      (other) => other !== mechanism && lineage([other], catalogue.mechanisms, 0).has(mechanism) && isNoBetter(other, mechanism, catalogue),
    ),
  );
}

/** Each mechanism replaced by a deprecated one of its class that grants no more. */
export function deprecatedMembers(design: Architecture): Mutation[] {
  const { catalogue } = design;
  return swaps(design, (mechanism, element) =>
    candidates(catalogue, element).filter(
      (other) =>
        other !== mechanism &&
        lineage([other], catalogue.mechanisms, 0).has('deprecated-protocol') &&
        isOfOneClass(other, mechanism, catalogue) &&
        isNoBetter(other, mechanism, catalogue),
    ),
  );
}

function candidates({ mechanisms }: Catalogue, { sort }: Element): string[] {
  return [...mechanisms.values()].filter((one) => mayStand(one, sort)).map(({ name }) => name);
}

/** Of one class: one is a kind of the other, or both are of one kind in the first step. */
function isOfOneClass(one: string, other: string, { mechanisms }: Catalogue): boolean {
  const parents = mechanisms.get(one)?.parents ?? [];
  const others = mechanisms.get(other)?.parents ?? [];
  return one !== other && (parents.some((parent) => others.includes(parent)) || others.includes(one));
}

/** Whether a mechanism provides nothing that another does not, and is weak for nothing that the other says nothing of. */
export function isNoBetter(one: string, other: string, catalogue: Catalogue): boolean {
  const better = levelsOf(other, catalogue);
  return [...levelsOf(one, catalogue)].every(([control, level]) => level <= (better.get(control) ?? 0));
}

function isWeaker(one: string, other: string, catalogue: Catalogue): boolean {
  const less = levelsOf(one, catalogue);
  return isNoBetter(one, other, catalogue) && [...levelsOf(other, catalogue)].some(([control, level]) => level > (less.get(control) ?? 0));
}

/** 1 where it only seems to bring a control about, 2 where it does. */
function levelsOf(mechanism: string, catalogue: Catalogue): Map<string, number> {
  return new Map([...grantsOfMechanism(mechanism, catalogue)].map(([control, { because }]) => [control, because === undefined ? 2 : 1]));
}
