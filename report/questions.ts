import type { QuestionGroup } from '../summary/questions.js';
import { controlWords, listed } from './words.js';

/** What is asked of facts that are no attributes. */
const ofFacts: Readonly<Record<string, string>> = {
  zone: 'In which zone does it stand?',
  'run by': 'Who runs it?',
  'opened by': 'Who opens the connection?',
  protocol: 'Over which protocols does it run?',
  data: 'Which data does it carry or keep?',
};

/** A question for a person, without the element: as the catalogue asks it, where it does. */
export function questionText({ kind, about, asks }: Pick<QuestionGroup, 'kind' | 'about' | 'asks'>): string {
  if (kind === 'control') return asks ?? `What brings ${controlWords(about)} about here?`;
  return ofFacts[about] ?? asks ?? `What is its '${about}'?`;
}

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
