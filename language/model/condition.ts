import type { Value } from './value.js';

export type RelationName =
  | 'flow'
  | 'incoming flow'
  | 'outgoing flow'
  | 'link'
  | 'hop'
  | 'first hop'
  | 'last hop'
  | 'end'
  | 'relay'
  | 'neighbour'
  | 'data'
  | 'component'
  | 'holder'
  | 'zone'
  | 'protocol';

/** Where to look from the subject; `within` widens it: all of the design, the subject's peers in its zone or with its value. */
export interface Relation {
  readonly name: RelationName;
  readonly within:
    | { readonly kind: 'design' }
    | { readonly kind: 'same zone' }
    | { readonly kind: 'same attribute'; readonly attribute: string }
    | undefined;
}

/** `mentions` asks a text for letters in it, large or small. */
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'mentions';

/** The right side of a comparison: a value, or another attribute of the subject with the same type. */
export type Operand = Value | { readonly kind: 'attribute'; readonly attribute: string };

/** A condition on one element. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'is'; readonly name: string }
  /** `counts as NAME`: the condition that the name stands for, written once. The same object wherever the name is used. */
  | { readonly kind: 'named'; readonly name: string; readonly title: string | undefined; readonly condition: Condition }
  | { readonly kind: 'carries' | 'stores' | 'sees'; readonly dataClass: string }
  | { readonly kind: 'touches' | 'from' | 'to' | 'via' | 'opened by' | 'run by'; readonly componentKind: string }
  | { readonly kind: 'in'; readonly zoneKind: string }
  | { readonly kind: 'crosses'; readonly border: 'zone' | 'party' }
  | { readonly kind: 'over'; readonly mechanism: string; readonly outer: string | undefined }
  | { readonly kind: 'has'; readonly control: string }
  | { readonly kind: 'accepted' | 'ours' }
  | { readonly kind: 'source' | 'target' | 'design'; readonly condition: Condition }
  | {
      readonly kind: 'quantified';
      readonly quantifier: 'some' | 'every' | 'no' | 'at least';
      /** With `at least` only. */
      readonly least: number;
      readonly relation: Relation;
      readonly condition: Condition | undefined;
    }
  | { readonly kind: 'compare'; readonly attribute: string; readonly operator: Operator; readonly operand: Operand }
  | { readonly kind: 'set'; readonly attribute: string }
  | {
      readonly kind: 'extreme';
      readonly extreme: 'least' | 'greatest';
      readonly attribute: string;
      readonly relation: Relation;
      readonly operator: Operator;
      readonly operand: Operand;
    };

/** `suite is at least 1` */
export type Comparison = Extract<Condition, { kind: 'compare' }>;
