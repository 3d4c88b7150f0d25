export interface Measured {
  readonly file: string;
  readonly lines: number;
}
/** Ranges of lines (`file:from-to`) that hold about `mutants` mutants, the same for the same `seed`. */
export function sampleOf(files: readonly Measured[], mutants: number, seed: number): string[];
