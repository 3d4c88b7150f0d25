import type { Catalogue } from '../model/catalogue.js';
import { mechanismLineage } from './kinds.js';

/** The mechanisms that a mechanism is, itself included, of whose kinds one at most holds on the same step; nearest first. */
export function exclusiveClasses(mechanism: string, catalogue: Catalogue): string[] {
  return [...mechanismLineage(mechanism, catalogue).keys()].filter((name) => catalogue.mechanisms.get(name)?.exclusive === true);
}

/** The class by which two mechanisms exclude each other; undefined where they do not, such as where one is a form of the other. */
export function excludedBy(one: string, other: string, catalogue: Catalogue): string | undefined {
  const classes = exclusiveClasses(one, catalogue);
  if (classes.length === 0) return undefined;
  const is = (name: string, above: string) => mechanismLineage(name, catalogue).has(above);
  if (is(one, other) || is(other, one)) return undefined;
  return classes.find((name) => is(other, name));
}
