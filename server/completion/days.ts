import { CompletionItemKind } from 'vscode-languageserver';
import type { CompletionOffer } from './offer.js';

/** Days that plans and decisions mostly name: in three months, in half a year, at the end of the year, in a year. */
export function daysFrom(today: string): { readonly day: string; readonly words: string }[] {
  const after = (months: number) => {
    const [year, month, day] = today.split('-').map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
  };
  const days = [
    { day: after(3), words: 'in three months' },
    { day: after(6), words: 'in six months' },
    { day: `${today.slice(0, 4)}-12-31`, words: 'end of this year' },
    { day: after(12), words: 'in a year' },
  ];
  return days.filter(({ day }, index) => day > today && days.findIndex((one) => one.day === day) === index);
}

export function dayOffers(today: string): CompletionOffer[] {
  return daysFrom(today).map(({ day, words }) => ({ label: day, kind: CompletionItemKind.Value, detail: words }));
}
