export type { Answers, Choice, Question, QuestionId } from './answers.js';
export { draftDesign, type Draft, type Naming } from './draft.js';
export { nextQuestion, questionsFor, type Words } from './questions.js';
export { answersFrom, type DraftOptions } from './options.js';
export { serviceIds } from './services.js';
export { topologyIds } from './topologies.js';
