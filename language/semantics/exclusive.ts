import type { Catalogue } from '../model/catalogue.js';
import { impliedBy, lineage } from './kinds.js';

/** The mechanisms that a mechanism is, itself included, of whose kinds one at most holds on the same step; nearest first. */
export function exclusiveClasses(mechanism: string, { mechanisms }: Catalogue): string[] {
  return [...lineage([mechanism], mechanisms, 0).keys()].filter((name) => mechanisms.get(name)?.exclusive === true);
}

/** The class by which two mechanisms exclude each other; undefined where they do not, such as where one is a form of the other. */
export function excludedBy(one: string, other: string, catalogue: Catalogue): string | undefined {
  const classes = exclusiveClasses(one, catalogue);
  if (classes.length === 0) return undefined;
  const is = (name: string, above: string) => lineage([name], catalogue.mechanisms, 0).has(above);
  if (is(one, other) || is(other, one)) return undefined;
  return classes.find((name) => is(other, name));
}

/** Whether a mechanism is weak for something that another one provides. */
export function isWeakBeside(one: string, other: string, catalogue: Catalogue): boolean {
  const provided = saidBy(other, catalogue);
  return [...saidBy(one, catalogue)].some(([control, weak]) => weak && provided.get(control) === false);
}

/** Of each control that a mechanism says something of, whether it is weak for it; what is said nearer goes before. */
function saidBy(mechanism: string, catalogue: Catalogue): Map<string, boolean> {
  const said = new Map<string, boolean>();
  const say = (control: string, weak: boolean) => {
    if (!said.has(control)) said.set(control, weak);
  };
  const line = [...lineage([mechanism], catalogue.mechanisms, 0).keys()].flatMap((name) => catalogue.mechanisms.get(name) ?? []);
  for (const { weaknesses, provides } of line) {
    for (const control of weaknesses.flatMap(({ controls }) => controls)) say(control, true);
    for (const control of provides) say(control, false);
  }
  for (const [control, weak] of [...said]) if (!weak) for (const implied of impliedBy(control, catalogue)) say(implied, false);
  return said;
}
