import type { Architecture, Element } from '../../language/model/index.js';
import { pressureOf } from '../../language/semantics/index.js';
import { figuresOf } from '../../reach/index.js';
import { elementNamed, Evaluator, evaluatorOf, reviewWith, type Assessment, type Finding } from '../../review/index.js';
import type { Selection } from './refactoring.js';

/** The element that a statement declares, in each design that the file is part of, with the review of that design. */
export function inDesigns({ designs, snapshot }: Selection, name: string, uri: string): { element: Element; assessment: Assessment }[] {
  return designs.flatMap((design) => {
    const element = elementNamed(design, name);
    return element?.file === uri ? [{ element, assessment: snapshot.assessmentOf(design) }] : [];
  });
}

/** The review of a design as it would be, if no state of it is worse than now; else undefined. */
export function reviewIfNoWorse(before: Assessment, changed: Architecture): Assessment | undefined {
  const after = reviewWith(Evaluator.of(changed, before.date, before.profiles, { computes: figuresOf }), evaluatorOf(before));
  const states = new Map(after.results.map(({ requirement, element, state }) => [`${requirement} ${element}`, state]));
  const isWorse = before.results.some(({ requirement, element, state }) => {
    const now = states.get(`${requirement} ${element}`);
    return now === undefined || pressureOf(now) > pressureOf(state);
  });
  return isWorse ? undefined : after;
}

export function findingsOn({ findings }: Assessment, element: string): readonly Finding[] {
  return findings.filter((finding) => finding.element === element);
}
