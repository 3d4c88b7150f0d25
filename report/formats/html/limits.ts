/** How much of a list a page tells. */
export interface Limits {
  readonly rows: number;
  /** Of a text that a user wrote. */
  readonly characters: number;
  /** Of elements, in one cell. */
  readonly names: number;
}

export const wholeLists: Limits = { rows: 2_000, characters: 4_000, names: 60 };

/** Lists of a short edition: with these, whatever a design holds, it stays within its pages, by test. */
export const shortLists: Limits = { rows: 14, characters: 140, names: 5 };

/** Groups of findings in a short edition. */
export const mostShortGroups = 60;
/** Designs in a short edition, and pictures of them: each takes a page. */
export const mostShortDesigns = 25;
export const mostShortPictures = 2;
/** Designs of which a short edition tells how far an attacker gets, and harms of each. */
export const mostShortReached = 3;
export const mostShortHarms = 3;
