/** In which phases of a design something is there, by their names. What names none that is declared is there in all of them. */
export interface Stay {
  /** These and no others; empty where nothing says so. */
  readonly only: readonly string[];
  /** The first one. */
  readonly since: string | undefined;
  /** The last one. */
  readonly until: string | undefined;
}
