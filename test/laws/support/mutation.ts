import { withElement } from '../../../review/declarations.js';
import type { Architecture, Element } from '../../../language/model/index.js';

/** A change of a design that is found again by names, so that it can be made in a smaller design, too. */
export interface Mutation {
  /** `hes: without uses hsm` */
  readonly what: string;
  /** The design with the change; undefined where nothing of the sort stands there. */
  readonly apply: (design: Architecture) => Architecture | undefined;
  /** The elements that stand for one of the design afterwards; by default the one of the same name. None: what is told of it goes with it. */
  readonly image?: (element: string) => readonly string[];
  /** What goes and comes, where one word takes the place of another. */
  readonly swap?: Swap;
}

export interface Swap {
  /** The element on which it stands. */
  readonly owner: string;
  /** The mechanism or control that goes. */
  readonly gone: string | undefined;
  /** The mechanism that comes. */
  readonly come: string | undefined;
}

/** No change at all: for what has to hold of each design by itself. */
export const asItIs = (): readonly Mutation[] => [{ what: 'as it is', apply: (design) => design }];

export const imageOf = ({ image }: Mutation, element: string): readonly string[] => image?.(element) ?? [element];

/** The design with another element of the same name, where it has one. */
export function changed<P extends Element['sort']>(
  design: Architecture,
  sort: P,
  name: string,
  change: (element: Extract<Element, { sort: P }>) => Extract<Element, { sort: P }> | undefined,
): Architecture | undefined {
  const element = elementAt(design, sort, name);
  const after = element && change(element);
  return after && withElement(design, after);
}

function elementAt<P extends Element['sort']>(design: Architecture, sort: P, name: string): Extract<Element, { sort: P }> | undefined {
  const { zones, components, data, links, flows } = design;
  const tables = { zone: zones, component: components, data, link: links, flow: flows } as const;
  const found = sort === 'design' ? design.design : tables[sort as Exclude<P, 'design'>].get(name);
  return found?.name === name ? (found as Extract<Element, { sort: P }>) : undefined;
}
