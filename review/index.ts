// The room `review/`: what is missing: the engine, from a design to an assessment. Pure, and evaluates each pair of a requirement and an
// element by itself.
// May import `language/model`, `language/semantics`, `language/writing`.

export * from './assessment.js';
export { declarationsOf, withElement, type Declaration } from './declarations.js';
export { numbering } from './identity.js';
export { idleDecisions, type IdleDecision } from './decisions.js';
export { findingId, namesInId, type FindingNames } from './finding-id.js';
export * from './fix.js';
export type { ObservedFact, BorderSide } from './observed.js';
export { isProtocol } from './fixes/stacks.js';
export { bestFixes, fixesFor } from './fixes/index.js';
export { dayToPlan } from './fixes/plan.js';
export { closingsOf, type ClosedBy, type Closing, type Unclosable } from './fixes/closing.js';
export { merged } from './fixes/together.js';
export { standardName } from './citation.js';
export { gapText, isUnplaced, leafKey, leavesOf, type Leaf } from './gaps.js';
export { isOpen, leftOut, requirementsOf, grantsOfMechanism, type MechanismGrant, type Origin } from '../language/semantics/index.js';
export { byNotice, byWeight } from './order.js';
export { failingParts, type FailingPart } from './failing.js';
export { elementNamed, review, reviewWith } from './review.js';
export { grantedTo, hopProtection, type Granted, type HopProtection, type Way } from './protection.js';
export { exposureOf, type Exposure } from './exposure.js';
export { valuesOf, type EffectiveValue } from './effective.js';
export { partiesOf } from './parties.js';
export { Evaluator } from './evaluate.js';
export type { Computes, Figures } from './figures.js';
export type { FlowPart } from './needs.js';
export type { Outcome } from './outcome.js';
export { isClosedBy } from './gaps.js';
export { evaluatorOf } from './evaluator-of.js';
export { canStandOn, closable } from './fixes/places.js';
export { reportedTogether } from './doubles.js';
export { tryOut, type Trial } from './trial.js';
export { withoutEffect } from './without-effect.js';
export * from './questions.js';
export * from './met-by-statement.js';
