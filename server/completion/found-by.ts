import type { CompletionOffer } from './offer.js';

/**
 * What a client compares with what is typed: the name, and behind it the everyday words. Many clients compare the beginning only, so that a
 * word that begins with what is typed already stands first, unless the name itself does.
 */
export function filterText({ label, filter, also = [] }: CompletionOffer, typed: string): string {
  const own = filter ?? label;
  if (also.length === 0) return own;
  const begins = (word: string) => typed !== '' && word.toLowerCase().startsWith(typed.toLowerCase());
  const first = begins(own) ? undefined : also.find(begins);
  return [...(first === undefined ? [] : [first]), own, ...also.filter((word) => word !== first)].join(' ');
}
