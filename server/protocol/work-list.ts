import type { PlainRange } from '../protocol.js';

// What client and server say to each other about the work list. Plain shapes, as in `protocol.ts`.

/** Lists what is to be done, one level at a time. Takes `WorkListParams`; answers with a `WorkListAnswer`. */
export const workListRequest = 'meterlint/workList';

export interface WorkListParams {
  /** One of the groupings of `workListChoicesRequest`. */
  readonly by: string;
  readonly filter: WorkFilter;
  /** The ids of the rows from the top down to the one whose rows are asked for; empty for the top. */
  readonly path: readonly string[];
}

export interface WorkFilter {
  /** Addresses of the designs' own files; empty for all. */
  readonly designs: readonly string[];
  /** Empty for all. */
  readonly severities: readonly string[];
  /** Only what the project's baseline does not know, or knows as less. */
  readonly onlyNew: boolean;
  /** Only where requirement or element hold this text; empty for all. */
  readonly text: string;
}

export interface WorkListAnswer {
  readonly rows: readonly WorkRow[];
  /** `69 findings in 2 designs, 1 planned`: of what the filter leaves. */
  readonly words: string;
  /** What is missing or weak, of what the filter leaves. */
  readonly open: number;
  /** What is missing or weak in all designs, whatever is filtered. */
  readonly all: number;
}

export interface WorkRow {
  /** Stays the same as long as it is about the same, whatever is edited elsewhere. */
  readonly id: string;
  readonly sort: 'group' | 'finding' | 'question' | 'stated' | 'section' | 'decision' | 'plan' | 'harm' | 'cut' | 'step' | 'measure';
  /** What stands before the label: the elements, as far as no row above names them. */
  readonly lead?: string | undefined;
  readonly label: string;
  /** Behind the label: severity in words, what is new, the design, numbers. */
  readonly description: string;
  /** The whole of it as text. */
  readonly detail: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** A severity, or the sign of a section. */
  readonly sign: WorkSign;
  readonly hasRows: boolean;
  /** Whether its rows are shown before anybody asks. */
  readonly isOpen?: boolean | undefined;
  /** Where it stands. */
  readonly place?: { readonly uri: string; readonly range: PlainRange } | undefined;
  /** What its actions are about. */
  readonly about?: WorkSubject | undefined;
}

export type WorkSign =
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'info'
  | 'none'
  | 'question'
  | 'planned'
  | 'stated'
  | 'overdue'
  | 'idle'
  | 'accepted'
  | 'excluded'
  | 'harm'
  | 'position'
  | 'way'
  | 'step'
  | 'cut'
  | 'measure';

export interface WorkSubject {
  /** The file of the element. */
  readonly uri: string;
  /** `Finding.id`; undefined where there is none, as of what is met. */
  readonly finding?: string | undefined;
  readonly requirement: string;
  readonly element: string;
}

/** Lists what the work list can be grouped and filtered by. No parameters; answers with `WorkListChoices`. */
export const workListChoicesRequest = 'meterlint/workListChoices';

export interface WorkListChoices {
  readonly groupings: readonly { readonly id: string; readonly label: string }[];
  readonly severities: readonly { readonly id: string; readonly label: string }[];
  readonly designs: readonly {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly files: readonly string[];
  }[];
  /** Whether the project names a baseline that can be read. */
  readonly hasBaseline: boolean;
}

/** A finding as Markdown, for a ticket or a message. Takes `WorkSubject`; answers with a text, undefined where it is gone. */
export const findingMarkdownRequest = 'meterlint/findingMarkdown';
