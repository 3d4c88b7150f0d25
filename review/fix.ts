import type { Element } from '../language/model/index.js';
import type { Edit } from '../language/writing/index.js';

/**
 * - `mechanism`: writes the missing control with a mechanism that provides it
 * - `plan`: says that the control comes by a day, where only people know whether it is there
 * - `condition`: writes a value that the author can assert
 * - `all`: writes every mechanism that the easiest way to close the finding takes, each in its best form
 * - `accept`, `exclude`: write a decision with its reason left to fill
 */
export type FixKind = FixFacts['kind'];

/** A fact that its author can state of a design. */
export type StatedFact =
  | { readonly about: 'value'; readonly elements: readonly string[]; readonly attribute: string; readonly value: string }
  | { readonly about: 'zone'; readonly element: string; readonly zone: string }
  | { readonly about: 'initiator'; readonly link: string; readonly component: string }
  | { readonly about: 'layer'; readonly element: string; readonly mechanism: string };

/** What a fix does, with the facts of which its title is made; `on` is an element. */
export type FixFacts =
  // `on`, where it is not the finding's element.
  | { readonly kind: 'mechanism'; readonly control: string; readonly on: string | undefined; readonly mechanism: string }
  // `isAlone`, where no mechanism of the catalogue fits there.
  | { readonly kind: 'plan'; readonly control: string; readonly on: string; readonly day: string; readonly isAlone: boolean }
  | { readonly kind: 'condition'; readonly states: StatedFact }
  // As many statements as `count`, of these controls, and `questions` more that only people can answer.
  | { readonly kind: 'all'; readonly controls: readonly string[]; readonly count: number; readonly questions: number }
  | { readonly kind: 'accept'; readonly requirement: string; readonly on: string; readonly until: string; readonly asksOwner: boolean }
  | { readonly kind: 'exclude'; readonly requirement: string; readonly on: string };

/** One way to close one gap of a finding, as text edits. Its title is made of its facts in `report/fix-titles.ts`. */
export type Fix = FixFacts & FixEdits;

export interface FixEdits {
  /** Best of its leaf, surely right, and taken by "fix all"; at most one a leaf. And all of these in one. */
  readonly preferred: boolean;
  /** `Finding.id` */
  readonly finding: string;
  /** The leaf it closes: element, and the control or the condition in words; undefined for decisions and for `all`. */
  readonly closes: { readonly element: string; readonly what: string } | undefined;
  readonly edits: readonly Edit[];
  /** What the edits add to the body of one element, where they do nothing else: `merged` makes several such at once. */
  readonly adds?: { readonly element: Element; readonly statement: string };
  /** Requirements that apply to the element only because of the inserted mechanism, and that it leaves open. */
  readonly bringsIntoScope: readonly string[];
}
