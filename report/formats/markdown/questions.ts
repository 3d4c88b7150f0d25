import type { Assessment } from '../../../review/index.js';
import { aboutWords, questionText } from '../../questions.js';
import { groupQuestions } from '../../../summary/questions.js';
import { mdText } from './escape.js';

const mostQuestions = 60;

/** What only people can answer, a line a question; undefined where nothing is asked. */
export function questionsText(assessment: Assessment): string | undefined {
  const groups = groupQuestions([assessment]);
  if (groups.length === 0) return undefined;
  const lines = groups.slice(0, mostQuestions).map((group) => `- ${mdText(questionText(group))} (${mdText(aboutWords(group))})`);
  const left = groups.length - mostQuestions;
  return ['## Questions', '', ...lines, ...(left > 0 ? [`- **and ${left} more**`] : [])].join('\n');
}
