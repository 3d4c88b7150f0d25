/** What maps pseudonyms back. Whoever has it can undo a redaction; whoever has not cannot even try names out. */
export interface RedactionKey {
  /** Random, so that nobody can find a name by trying likely ones. */
  readonly salt: string;
  /** What was replaced, by its pseudonym. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a pseudonym stands for, as its first word says. */
export type PseudonymSort =
  | 'zone'
  | 'component'
  | 'data'
  | 'link'
  | 'flow'
  | 'design'
  | 'element'
  | 'kind'
  | 'control'
  | 'mechanism'
  | 'attribute'
  | 'standard'
  | 'harm'
  | 'threat'
  | 'attack'
  | 'requirement'
  | 'profile'
  | 'condition'
  | 'category'
  | 'party'
  | 'file'
  | 'text';

export interface Pseudonyms {
  /** The pseudonym of a name or text: the same one for the same thing as long as the key is the same. */
  readonly of: (sort: PseudonymSort, original: string) => string;
  /** The key with everything that was replaced so far, what it held before among it. */
  readonly key: () => RedactionKey;
}

const fewestDigits = 6;

/** Makes pseudonyms such as `component-7f3a2c`. What the key already names keeps its pseudonym for ever. */
export function createPseudonyms({ salt, names }: RedactionKey, digest: (text: string) => string): Pseudonyms {
  const originals = new Map(names);
  const given = new Map(
    [...names].map(([pseudonym, original]) => [`${pseudonym.slice(0, pseudonym.lastIndexOf('-'))} ${original}`, pseudonym]),
  );
  const make = (sort: PseudonymSort, original: string): string => {
    // Twice, so that the salt cannot be worked around by making a name longer.
    const hex = digest(`${salt} ${digest(`${salt} ${sort} ${original}`)}`);
    // Two names with the same first digits are told apart by more of them.
    for (let digits = fewestDigits; ; digits += 2) {
      const pseudonym = `${sort}-${hex.slice(0, digits)}`;
      if (!originals.has(pseudonym) || digits >= hex.length) return pseudonym;
    }
  };
  return {
    of: (sort, original) => {
      const known = given.get(`${sort} ${original}`);
      if (known !== undefined) return known;
      const pseudonym = make(sort, original);
      originals.set(pseudonym, original);
      given.set(`${sort} ${original}`, pseudonym);
      return pseudonym;
    },
    key: () => ({ salt, names: originals }),
  };
}
