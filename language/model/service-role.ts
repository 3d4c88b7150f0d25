/** `role NAME is KIND, ...`: a part that somebody takes in a service. */
export interface ServiceRole {
  readonly name: string;
  readonly title: string | undefined;
  /** The kinds of components that take it. */
  readonly kinds: readonly string[];
}
