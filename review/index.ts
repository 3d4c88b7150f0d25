export * from './assessment.js';
export * from './fix.js';
export { review } from './review.js';
export { fixesFor } from './fixes.js';
