/** What an attribute may hold; `words` lists the only words allowed. */
export type ValueType =
  { readonly kind: 'boolean' | 'integer' | 'duration' | 'text' | 'date' } | { readonly kind: 'words'; readonly words: readonly string[] };

/**
 * A value that was written. `word` is a bare word: one of a list of words, `true`, `false`, or the content of a text
 * attribute. `seconds` is the length of a duration (a month is a twelfth of 365 days); `written` is its own form.
 */
export type Value =
  | { readonly kind: 'integer'; readonly number: number }
  | { readonly kind: 'duration'; readonly seconds: number; readonly written: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'word'; readonly word: string };
