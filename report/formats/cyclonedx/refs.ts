import type { Result } from '../../../review/index.js';
import type { NamedReview } from '../../../summary/named.js';

// What parts of the document are called where another part points to them. No name of the language holds a slash.

export function elementRef({ id }: NamedReview, element: string): string {
  return `element/${id}/${element}`;
}

export function claimRef({ id }: NamedReview, { requirement, element }: Result): string {
  return `claim/${id}/${requirement}/${element}`;
}

export function requirementRef(requirement: string): string {
  return `requirement/${requirement}`;
}

export function evidenceRef({ id }: NamedReview, element: string, index: number): string {
  return `evidence/${id}/${element}/${index + 1}`;
}
