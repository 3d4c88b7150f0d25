import type { PlainEdit } from '../protocol.js';
import type { WorkRow } from './work-list.js';

// What client and server say to each other about decisions. Plain shapes, as in `protocol.ts`.

/** Lists decisions and plans. No parameters; answers with a `DecisionsAnswer`. */
export const decisionsRequest = 'meterlint/decisions';

export interface DecisionsAnswer {
  /** In groups, what is over its day first. */
  readonly groups: readonly DecisionGroup[];
  /** How they stand, in one line; empty where nothing is decided or planned. */
  readonly words: string;
  /** How many are over their day. */
  readonly overdue: number;
}

export interface DecisionGroup extends WorkRow {
  readonly rows: readonly DecisionRow[];
}

export interface DecisionRow extends WorkRow {
  /** The day until which it is renewed where nobody says another; undefined where it has no end. */
  readonly renewed?: string | undefined;
}

/** Finds the edit that changes a decision or a plan. Takes `ChangeDecisionParams`; answers with a `DecisionEdit`, null where it is gone. */
export const changeDecisionRequest = 'meterlint/changeDecision';

export interface ChangeDecisionParams {
  /** `WorkRow.id` */
  readonly id: string;
  /** `renew`: it ends on another day. `revoke`: it is taken out. `done`: what was planned is there. */
  readonly change: 'renew' | 'revoke' | 'done';
  /** `YYYY-MM-DD`, with `renew`. */
  readonly until?: string | undefined;
}

export interface DecisionEdit {
  /** By file, as in a workspace edit of the protocol. */
  readonly changes: { readonly [uri: string]: readonly PlainEdit[] };
}

/** Asks what a decision on a finding takes. Takes `ChooseFixParams`; answers with a `DecisionForm`, null where the finding is gone. */
export const decisionFormRequest = 'meterlint/decisionForm';

export interface DecisionForm {
  /** What is decided on: requirement and element in words. */
  readonly title: string;
  readonly today: string;
  /** The day that is offered. */
  readonly until: string;
  /** What a profile of the design demands of an `accept`. */
  readonly demands: readonly ('until' | 'by')[];
  /** The address of the file it is written into; undefined where no file of the design may hold decisions. */
  readonly file?: string | undefined;
}

/** Finds the edit that writes a decision. Takes `DecideParams`; answers with a `DecisionEdit`, null where the finding is gone. */
export const decideRequest = 'meterlint/decide';

export interface DecideParams {
  readonly uri: string;
  readonly finding: string;
  readonly verb: 'accept' | 'exclude';
  readonly because: string;
  readonly by?: string | undefined;
  readonly until?: string | undefined;
}
