export * from './assessment.js';
export { idleDecisions, type IdleDecision } from './decisions.js';
export * from './fix.js';
export { fixesFor } from './fixes/index.js';
export { standardName } from './citation.js';
export { gapText, leafKey, leavesOf, type Leaf } from './gaps.js';
export { requirementsOf } from './profiles.js';
export { elementNamed, isOpen, review } from './review.js';
export { Evaluator } from './evaluate.js';
