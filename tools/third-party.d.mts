/** A package of which at least one file is in what is shipped. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string;
  /** What its licence and notice files say, in the order of their names. */
  readonly texts: readonly string[];
}
export function thirdPartiesOf(root: string, inputs: readonly string[]): ThirdParty[];
export function objectionsTo(packages: readonly ThirdParty[]): string[];
export function noticesOf(packages: readonly ThirdParty[]): string;
