import { draftDesign, nextQuestion, questionsFor, type Answers, type Words } from '../drafts/index.js';
import type { NewDesignParams, NewDesignStep } from './protocol.js';

/** The next step of starting a design: the question that is still open, or the design's text. */
export function newDesignStep({ answers }: NewDesignParams, words: Words): NewDesignStep {
  const known = answers as Answers;
  const questions = questionsFor(known, words);
  const question = nextQuestion(known, words);
  if (question === undefined) {
    const { text, nameOffset, nameLength } = draftDesign(known, words);
    return { kind: 'text', text, select: { offset: nameOffset, length: nameLength } };
  }
  const { id, title, prompt, many, text: isText = false, choices, defaults } = question;
  const step = questions.findIndex((one) => one.id === id) + 1;
  return { kind: 'question', id, title, prompt, many, isText, choices, defaults, step, steps: questions.length };
}
