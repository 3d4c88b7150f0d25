// The room `drafts/`: how a design begins: answers go in, the text of a design comes out that states nothing nobody chose.
// May import `language/model`, `language/semantics`, `language/writing`.

export type { Answers, Choice, DraftQuestion, QuestionId } from './answers.js';
export { draftDesign, type Draft, type Naming } from './draft.js';
export { nextQuestion, questionsFor, type Words } from './questions.js';
export { answersFrom, type DraftOptions } from './options.js';
export { serviceIds } from './services.js';
export { topologyIds } from './topologies.js';
