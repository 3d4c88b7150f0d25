// What client and server say to each other about how a design stands. Plain shapes, as in `protocol.ts`.

/** Tells how the design of a file stands, or all designs. Takes `StandingParams`; answers with a `Standing`, null where there is no design. */
export const standingRequest = 'meterlint/standing';

export interface StandingParams {
  readonly uri?: string | undefined;
}

export interface Standing {
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
