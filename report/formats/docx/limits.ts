/** How much of a review a document tells; what is left out is counted. */
export const documentLimits = {
  /** A document with more opens slowly, and nobody reads it: another format tells all. */
  findings: 5_000,
  /** Of any other table. */
  rows: 2_000,
  /** Of one text that a user wrote. */
  characters: 2_000,
  /** Of a text in a heading, or of a title in a cell. */
  titleCharacters: 240,
  /** Names in one cell. */
  names: 20,
  /** Designs that have a part of their own in a chapter. */
  designs: 25,
  /** Each takes a page. */
  pictures: 10,
} as const;
