// What client and server say to each other about the status of a design. Plain shapes, as in `protocol.ts`.

/** Tells the status of the design of a file, or of all designs. Takes `DesignStatusParams`; answers with a `DesignStatus`, null where there is no design. */
export const designStatusRequest = 'meterlint/designStatus';

export interface DesignStatusParams {
  readonly uri?: string | undefined;
}

export interface DesignStatus {
  /** `■ 18 ▲ 42 · riverside · x1332`: short. */
  readonly text: string;
  /** The same in words. */
  readonly detail: string;
}

/** Lists the profiles that a design can be reviewed against. No parameters; answers with `ProfileChoice[]`. */
export const profilesRequest = 'meterlint/profiles';

export interface ProfileChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}
