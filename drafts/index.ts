export type { Answers, Choice, Question, QuestionId } from './answers.js';
export { draftDesign, type Draft, type Naming } from './draft.js';
export { nextQuestion, questionsFor, type Words } from './questions.js';
