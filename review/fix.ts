import type { Element, Mechanism } from '../language/model/index.js';
import type { Edit } from '../language/writing/index.js';

/**
 * - `mechanism`: writes the missing control with a mechanism that provides it
 * - `plan`: says that the control comes by a day, where only people know whether it is there
 * - `condition`: writes a value that the author can assert
 * - `all`: writes every mechanism that the easiest way to close the finding takes, each in its best form
 * - `accept`, `exclude`: write a decision with its reason left to fill
 */
export type FixKind = 'mechanism' | 'plan' | 'condition' | 'all' | 'accept' | 'exclude';

/** One way to close one gap of a finding, as text edits. */
export interface Fix {
  /** "Add encryption with DLMS/COSEM suite 1 (IEC 62056-5-3)" */
  readonly title: string;
  readonly kind: FixKind;
  /** Best of its leaf, surely right, and taken by "fix all"; at most one a leaf. And all of these in one. */
  readonly preferred: boolean;
  /** `Finding.id` */
  readonly finding: string;
  /** The leaf it closes: element, and the control or the condition in words; undefined for decisions and for `all`. */
  readonly closes: { readonly element: string; readonly what: string } | undefined;
  /** The mechanism that is written, where it is one. */
  readonly mechanism?: Mechanism;
  readonly edits: readonly Edit[];
  /** What the edits add to the body of one element, where they do nothing else: `merged` makes several such at once. */
  readonly adds?: { readonly element: Element; readonly statement: string };
  /** Requirements that apply to the element only because of the inserted mechanism, and that it leaves open. */
  readonly bringsIntoScope: readonly string[];
}
