/**
 * Requests between client and server beyond the Language Server Protocol. Plain names and shapes, so that both sides can
 * import them without each other's libraries.
 */

/** Reviews the whole workspace. No parameters; answers with `ReviewSummary`. */
export const reviewRequest = 'meterlint/review';

export interface ReviewSummary {
  readonly designs: readonly {
    readonly name: string;
    readonly findings: number;
    readonly critical: number;
    readonly high: number;
  }[];
}

/** Tells all findings of the workspace in a format. Takes `ExportParams`; answers with the report as text. */
export const exportRequest = 'meterlint/export';

export interface ExportParams {
  readonly format: ExportFormat;
}

export type ExportFormat = 'sarif' | 'csv';

/** Sent by the server after each build. */
export const statusNotification = 'meterlint/status';

export interface Status {
  readonly designs: number;
  readonly findings: number;
}
