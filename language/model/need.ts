import type { Condition, Relation } from './condition.js';

export type HerePlaceName = 'link' | 'flow' | 'source' | 'target' | 'both ends' | 'zone' | 'design' | 'component' | 'data';

/** Where a control is looked for. */
export type NeedPlace =
  | { readonly kind: 'here'; readonly name: HerePlaceName }
  | { readonly kind: 'related'; readonly quantifier: 'every' | 'some'; readonly relation: Relation; readonly that: Condition | undefined };

/** What one span must pass: every component of a kind on the path, or every stop in between of which `that` holds. */
export type Across = { readonly kind: 'kind'; readonly name: string } | { readonly kind: 'relay'; readonly that: Condition | undefined };

/** What must hold. `control` without places is looked for on the element itself. */
export type Need =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Need[] }
  | { readonly kind: 'control'; readonly control: string; readonly places: readonly NeedPlace[]; readonly across: Across | undefined }
  | { readonly kind: 'condition'; readonly condition: Condition };
