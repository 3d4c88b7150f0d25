/**
 * Requests between client and server beyond the Language Server Protocol. Plain names and shapes, so that both sides can
 * import them without each other's libraries.
 */

/** Reviews the whole workspace. No parameters; answers with `ReviewSummary`. */
export const reviewRequest = 'meterlint/review';

export interface ReviewSummary {
  readonly designs: readonly {
    readonly name: string;
    /** What is missing or weak. */
    readonly findings: number;
    /** `3 findings (1 critical, 2 high), 1 planned`: as every report tells it. */
    readonly words: string;
  }[];
}

/** Lists the formats of `exportRequest`. No parameters; answers with `ExportFormat[]`. */
export const exportFormatsRequest = 'meterlint/exportFormats';

export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** How its files end, without the dot. */
  readonly extension: string;
}

/** Tells all findings of the workspace, or of one design, in a format. Takes `ExportParams`; answers with an `ExportedReport`. */
export const exportRequest = 'meterlint/export';

export interface ExportParams {
  /** The `id` of one of the formats. */
  readonly format: string;
  /** The address of a design's own file; without it, all designs. */
  readonly design?: string | undefined;
  /** The profile to review against; without it, as the editor does. */
  readonly profile?: string | undefined;
}

export interface ExportedReport {
  readonly encoding: 'utf8' | 'base64';
  readonly content: string;
}

/** Findings whose name stands at a position, as somebody passes them on. Takes `FindingsAtParams`; answers with `ToldFinding[]`. */
export const findingsAtRequest = 'meterlint/findingsAt';

export interface FindingsAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

export interface ToldFinding {
  readonly requirement: string;
  readonly element: string;
  readonly severity: string;
  /** The sign that stands for the severity. */
  readonly shape: string;
  readonly message: string;
  /** The whole finding as Markdown. */
  readonly markdown: string;
}

/** Sent by the server after each build. */
export const statusNotification = 'meterlint/status';

export interface Status {
  readonly designs: number;
  /** What is missing or weak. */
  readonly findings: number;
}

/** Asks how to go on with a new design. Takes `NewDesignParams`; answers with `NewDesignStep`. */
export const newDesignRequest = 'meterlint/newDesign';

export interface NewDesignParams {
  /** The chosen ids by the id of the question, for the questions that were asked so far. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

export type NewDesignStep =
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly title: string;
      readonly prompt: string;
      /** Whether several may be chosen, and none. */
      readonly many: boolean;
      /** Whether any text is an answer; there is nothing to choose then. */
      readonly isText: boolean;
      readonly choices: readonly { readonly id: string; readonly label: string; readonly description: string }[];
      readonly defaults: readonly string[];
      readonly step: number;
      readonly steps: number;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What to change first. */
      readonly select: { readonly offset: number; readonly length: number };
    };

/** A command of the client: shows all fixes of a finding and makes the one that is chosen. Takes `ChooseFixParams`. */
export const chooseFixCommand = 'meterlint.chooseFix';

export interface ChooseFixParams {
  /** The file of the finding. */
  readonly uri: string;
  /** The finding's id: design, requirement and element. */
  readonly finding: string;
}

/** A command of the client: takes `FixedParams` once fix-all is done. */
export const fixedCommand = 'meterlint.fixed';

export interface FixedParams {
  /** What to tell the user. */
  readonly told: string;
}

/** All fixes of a finding, best first. Takes `ChooseFixParams`; answers with `FixChoice[]`, empty where the finding is gone. */
export const fixesRequest = 'meterlint/fixes';

export interface FixChoice {
  readonly title: string;
  readonly kind: 'mechanism' | 'plan' | 'condition' | 'all' | 'accept' | 'exclude';
  /** What it does, where several do the same: `Add encryption to plc`. Empty where the title says it. */
  readonly heading: string;
  /** What is chosen, below such a heading: the mechanism; else the title. */
  readonly label: string;
  /** The documents that define the mechanism. */
  readonly standard: string;
  /** The first line that it writes, as it reads then. */
  readonly written: string;
  /** What else follows: `then asks for key-rotation`. */
  readonly consequence: string;
  /** By file, as in a workspace edit of the protocol. */
  readonly changes: { readonly [uri: string]: readonly PlainEdit[] };
}

export interface PlainEdit {
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
  readonly newText: string;
}

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** A command of the client: lists what a line above a name leads to, and goes to what is chosen. Takes a `FindingsQuery`, or nothing for all findings. */
export const showFindingsCommand = 'meterlint.showFindings';

/** Lists what a line above a name leads to. Takes a `FindingsQuery`; answers with `FoundPlace[]`. */
export const findingsRequest = 'meterlint/findings';

/** The findings of some designs, of one element in them, or the elements that a requirement concerns. */
export interface FindingsQuery {
  /** Addresses of the designs' own files; without them, all. */
  readonly designs?: readonly string[];
  readonly element?: string;
  readonly requirement?: string;
}

/** A finding, or an element that a requirement concerns, and where it stands. */
export interface FoundPlace {
  /** Severity as shape and word, state, requirement. */
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Draws a design. Takes `PictureParams`; answers with a `PictureAnswer`. A newer request ends the wait of the older ones. */
export const pictureRequest = 'meterlint/picture';

export interface PictureParams {
  /** A file: the first design that it is part of is drawn. */
  readonly uri: string;
  readonly theme: 'light' | 'dark' | 'contrast';
  /** Whether all flows are drawn, step by step. */
  readonly flows: boolean;
  /** The control that lines show; encryption without it. */
  readonly protection?: string | undefined;
  /** A requirement: where it applies, and how it stands there. */
  readonly show?: string | undefined;
  /** A flow or data: who can read it. */
  readonly readers?: string | undefined;
  /** What was opened and closed, the last act last. */
  readonly folds?: readonly PictureFold[] | undefined;
  /** Whether boxes have signs by which they are opened and closed. */
  readonly signs?: boolean | undefined;
}

/** A zone that is closed or opened, or what a box stands for that is opened. */
export interface PictureFold {
  readonly name: string;
  readonly open: boolean;
}

/** `overtaken`: a newer request is drawn instead. `no design`: the file is part of none, or is gone. */
export type PictureAnswer = { readonly kind: 'overtaken' } | { readonly kind: 'no design' } | ({ readonly kind: 'picture' } & Picture);

export interface Picture {
  /** The design's own file. */
  readonly uri: string;
  /** All files that the design is made of, its own first. */
  readonly files: readonly string[];
  /** What the design is called. */
  readonly title: string;
  /** One SVG that fetches nothing and runs nothing; each element that is drawn has its id as `data-id`. */
  readonly svg: string;
  /** Where the elements stand, by the ids of what is drawn: several where a box stands for several, none for what no text says. */
  readonly elements: { readonly [id: string]: readonly PicturePlace[] };
  /** What opens or closes a box, by the ids that its sign has as `data-fold`. */
  readonly folds: { readonly [id: string]: { readonly isOpen: boolean; readonly names: readonly string[] } };
  /** What may be chosen for the next picture. */
  readonly choices: PictureChoices;
}

/** Where a text names something. */
export interface PlainPlace {
  readonly uri: string;
  readonly range: PlainRange;
}

export interface PicturePlace extends PlainPlace {
  /** What one searches for: the element's name, and its title where it has one. */
  readonly name: string;
  readonly title: string;
  /** Of the whole statement. */
  readonly extent: PlainRange;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

export interface PictureChoices {
  /** Controls that can protect what passes. */
  readonly protection: readonly PictureChoice[];
  /** Requirements that are asked of something in the design: what is open first, the worst before the others. */
  readonly show: readonly PictureChoice[];
  /** Data of the design. */
  readonly readers: readonly PictureChoice[];
}

export interface PictureChoice {
  /** What the parameter of that name takes. */
  readonly id: string;
  readonly label: string;
}
