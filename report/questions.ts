import type { QuestionGroup } from '../summary/questions.js';
import { listed } from './words.js';

const mostNamed = 5;

/** `recovery-plan of hes, mdms and 3 more`: what a question is about. */
export function aboutWords({ about, elements }: QuestionGroup, most = mostNamed): string {
  const named = elements.length > most + 1 ? [...elements.slice(0, most), `${elements.length - most} more`] : elements;
  return `${about} of ${listed(named, 'and')}`;
}

/** `7 questions that only people can answer`; undefined where there is none. One question of many elements counts once. */
export function questionCount(groups: readonly QuestionGroup[]): string | undefined {
  if (groups.length === 0) return undefined;
  return `${groups.length} ${groups.length === 1 ? 'question' : 'questions'} that only people can answer`;
}
