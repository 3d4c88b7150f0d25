import type { Assessment } from '../review/index.js';
import { groupQuestions } from '../summary/questions.js';
import { questionCount } from './questions.js';
import { statedWords } from './stated.js';

/** What the summary of `check` says of what people claim and of what they are asked, a line each. */
export function believedLines(assessment: Assessment): string {
  return [statedWords(assessment), questionCount(groupQuestions([assessment]))]
    .flatMap((words) => (words === undefined ? [] : [`\n  ${words}`]))
    .join('');
}
