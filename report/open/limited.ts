import { atMost } from '../clean.js';
import { listed } from '../words.js';

/** How many names of a list are told. */
export interface Room {
  readonly most: number;
}

export const allRoom: Room = { most: Infinity };

/** A sentence needs one name, however little room there is. */
export function atLeastOne({ most }: Room): Room {
  return { most: Math.max(1, most) };
}

/** `a, b and 5 more`: never half a name, and never "1 more" where its name takes as much room. Of alternatives, `a or 5 others`. */
export function limited(parts: readonly string[], kind: 'and' | 'or', { most }: Room): string {
  const left = parts.length - most;
  // The last resort: of two long names, the first.
  if (most === 0 && parts.length > 1) {
    const rest = parts.length - 1;
    return `${parts[0]} ${kind} ${rest} ${kind === 'and' ? 'more' : rest === 1 ? 'other' : 'others'}`;
  }
  if (left > 1) {
    const shown = parts.slice(0, most).join(', ');
    return kind === 'and' ? `${shown} and ${left} more` : `${shown} or ${left} others`;
  }
  const isMixed = parts.length > 1 && parts.some((part) => part.includes(kind === 'and' ? ' or ' : ' and '));
  return isMixed ? parts.join(`, ${kind} `) : listed(parts, kind);
}

/** A text of no more than so many characters, cut between words; a word that fits nowhere is cut itself. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 2);
  return end > 0 ? `${text.slice(0, end).replace(/[,;:]$/, '')} …` : atMost(text, most);
}
